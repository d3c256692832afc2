import type { DiffHunk, FileDiff, HunkLine } from '../../core/conversion/index.ts';
import { shortenLine } from '../../views/index.ts';

const CHANGES: Readonly<Record<FileDiff['change'], string>> = {
  added: 'new file',
  edited: '',
  removed: 'removed',
};

const SIGNS: Readonly<Record<HunkLine['kind'], string>> = { context: '  ', del: '- ', add: '+ ' };
const CLASSES: Readonly<Record<HunkLine['kind'], string>> = {
  context: 'ctx',
  del: 'del',
  add: 'add',
};

/** The text that changes, a unified diff for each file. */
export function FileDiffs({ diffs }: { diffs: readonly FileDiff[] }) {
  return (
    <section aria-label="Changes in the text">
      <h3>
        Changes in the text <span className="count">{diffs.length}</span>
      </h3>
      {diffs.length === 0 ? <p className="hint">No line changes.</p> : null}
      {diffs.map((diff) => (
        <OneFile key={diff.path} diff={diff} />
      ))}
    </section>
  );
}

function OneFile({ diff }: { diff: FileDiff }) {
  return (
    <div className="cv-file">
      <p>
        <span className="mono">{diff.path}</span>{' '}
        <span className="mut">{CHANGES[diff.change]}</span>
      </p>
      <div className="diff" role="region" aria-label={`Changes in ${diff.path}`} tabIndex={0}>
        {diff.hunks.map((hunk) => (
          <Hunk key={hunk.after} hunk={hunk} />
        ))}
      </div>
    </div>
  );
}

function Hunk({ hunk }: { hunk: DiffHunk }) {
  return (
    <>
      <div className="ctx">
        {hunk.before === hunk.after
          ? `Line ${String(hunk.before)}`
          : `Line ${String(hunk.before)}, now ${String(hunk.after)}`}
      </div>
      {hunk.lines.map(({ kind, text }, index) => (
        <div key={String(index)} className={CLASSES[kind]}>
          {SIGNS[kind]}
          {shortenLine(text)}
        </div>
      ))}
    </>
  );
}
