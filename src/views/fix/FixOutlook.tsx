import { ArrowRight } from 'lucide-react';
import type { OpenFinding } from '../../core/analysis/index.ts';
import type { TextEdit } from '../../core/model/index.ts';
import { useAnalysis } from '../../state/index.ts';
import { VerdictMark } from '../VerdictMark.tsx';
import { changedConnections, type ChangedConnection } from './changed-connections.ts';
import { useOutlook } from './use-outlook.ts';

/** More than these are counted. */
const SHOWN = 3;

/** What edits would lead to, from the real analysis: the verdict of each connection that changes, and what stays open. */
export function FixOutlook({ edits }: { edits: readonly TextEdit[] }) {
  const outlook = useOutlook(edits);
  const analysis = useAnalysis((state) => state.analysis);
  return (
    <div className="outlook" role="status" aria-label="What it leads to">
      {outlook === 'asked' || analysis === null ? (
        <p className="note">Working out what it leads to</p>
      ) : outlook === 'failed' ? (
        <p className="note">What it leads to could not be worked out.</p>
      ) : (
        <>
          <Verdicts changed={changedConnections(analysis, outlook.connections)} />
          <StillOpen findings={outlook.open} />
        </>
      )}
    </div>
  );
}

function Verdicts({ changed }: { changed: readonly ChangedConnection[] }) {
  if (changed.length === 0) return <p className="note">No connection gets another verdict.</p>;
  return (
    <ul className="verdicts">
      {changed.slice(0, SHOWN).map(({ connectionId, label, before, after }) => (
        <li key={connectionId}>
          <span className="k">{label}</span>
          {before === null ? null : (
            <VerdictMark verdict={before.verdict} size="xs" word={before.headline} />
          )}
          <ArrowRight className="arrow" size={13} aria-label="becomes" role="img" />
          <VerdictMark verdict={after.verdict} size="xs" word={after.headline} />
        </li>
      ))}
      {changed.length > SHOWN ? (
        <li className="note">{String(changed.length - SHOWN)} more connections change</li>
      ) : null}
    </ul>
  );
}

function StillOpen({ findings }: { findings: readonly OpenFinding[] }) {
  if (findings.length === 0) return <p className="note">Nothing stays open after this fix.</p>;
  return (
    <div className="open">
      <p className="k">Still open after this fix: {String(findings.length)}</p>
      <ul>
        {findings.slice(0, SHOWN).map(({ id, severity, title }) => (
          <li key={id}>
            <VerdictMark verdict={severity} size="xs" word={title} />
          </li>
        ))}
      </ul>
    </div>
  );
}
