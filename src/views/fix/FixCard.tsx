import './fix.css';
import { Wrench } from 'lucide-react';
import { useState } from 'react';
import type { QuickFix } from '../../core/model/index.ts';
import { applyFix, useStudio } from '../../state/index.ts';
import { Button } from '../../ui/index.ts';
import { diffLines } from './diff-lines.ts';

/** One repair: what it does, the lines it changes, and the button that does it. `others` are further ways. */
export function FixCard({ fix, others = [] }: { fix: QuickFix; others?: readonly QuickFix[] }) {
  const [showOthers, setShowOthers] = useState(false);
  return (
    <div className="fix">
      <div className="t">
        <b>{fix.title}</b>
        {fix.effect === undefined ? null : <div className="eff">{fix.effect}</div>}
      </div>
      <FixDiff fix={fix} />
      <div className="b">
        <Button
          variant="primary"
          icon={Wrench}
          onClick={() => {
            applyFix(fix);
          }}
        >
          Apply fix
        </Button>
        {others.length === 0 ? null : (
          <Button
            variant="quiet"
            aria-expanded={showOthers}
            onClick={() => {
              setShowOthers(!showOthers);
            }}
          >
            Other ways ({others.length})
          </Button>
        )}
      </div>
      {showOthers ? others.map((other) => <OtherWay key={other.id} fix={other} />) : null}
    </div>
  );
}

function OtherWay({ fix }: { fix: QuickFix }) {
  return (
    <div className="other">
      <div className="t">
        <b>{fix.title}</b>
        {fix.effect === undefined ? null : <div className="eff">{fix.effect}</div>}
      </div>
      <FixDiff fix={fix} />
      <div className="b">
        <Button
          onClick={() => {
            applyFix(fix);
          }}
        >
          Apply this instead
        </Button>
      </div>
    </div>
  );
}

function FixDiff({ fix }: { fix: QuickFix }) {
  const files = useStudio((state) => state.workspace.files);
  const lines = fix.edits.flatMap((edit) => {
    const file = files.find(({ id }) => id === edit.fileId);
    return file === undefined ? [] : diffLines(file.text, edit);
  });
  if (lines.length === 0) return null;
  return (
    <div className="diff" role="region" aria-label="What changes" tabIndex={0}>
      {lines.map((line, i) => (
        <div key={String(i)} className={line.kind === 'context' ? 'ctx' : line.kind}>
          {line.kind === 'add' ? '+ ' : line.kind === 'del' ? '- ' : '  '}
          {line.text}
        </div>
      ))}
    </div>
  );
}
