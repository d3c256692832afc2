import './check.css';
import { sourceParts, type Check } from '../../core/analysis/pages/index.ts';

/** The page of a check: what it means, why it matters, how to repair it, what it rests on. */
export function AboutCheck({ check, source = check.source }: { check: Check; source?: string }) {
  return (
    <dl className="about">
      <dt>What it means</dt>
      <dd>{check.what}</dd>
      <dt>Why it matters</dt>
      <dd>{check.why}</dd>
      <dt>How to fix it</dt>
      <dd>{check.fix}</dd>
      <dt>Quick fix</dt>
      <dd>{check.noFix ?? 'Offered where the files hold what it needs.'}</dd>
      <dt>Source</dt>
      <dd>
        <Source text={source} />
      </dd>
    </dl>
  );
}

/** RFCs and GEPs as links that the user may follow; the page itself fetches nothing. */
function Source({ text }: { text: string }) {
  return sourceParts(text).map(({ text: part, href }, i) =>
    href === undefined ? (
      part
    ) : (
      <a key={String(i)} href={href} target="_blank" rel="noreferrer">
        {part}
      </a>
    ),
  );
}
