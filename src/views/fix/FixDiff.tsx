import type { TextEdit } from '../../core/model/index.ts';
import { useStudio } from '../../state/index.ts';
import { diffLines } from './diff-lines.ts';
import { joinEdits } from './join-edits.ts';

/** The lines that edits change; with the name of each file where there are several. */
export function FixDiff({ edits }: { edits: readonly TextEdit[] }) {
  const files = useStudio((state) => state.workspace.files);
  const changed = files.flatMap((file) => {
    const own = edits.filter(({ fileId }) => fileId === file.id);
    const lines = joinEdits(file.text, own).flatMap((edit) => diffLines(file.text, edit));
    return lines.length === 0 ? [] : [{ path: file.path, lines }];
  });
  if (changed.length === 0) return null;
  return (
    <div className="diff" role="region" aria-label="What changes" tabIndex={0}>
      {changed.map(({ path, lines }) => (
        <div key={path} className="diff-file">
          {changed.length > 1 ? <div className="ctx">{path}</div> : null}
          {lines.map((line, i) => (
            <div key={String(i)} className={line.kind === 'context' ? 'ctx' : line.kind}>
              {line.kind === 'add' ? '+ ' : line.kind === 'del' ? '- ' : '  '}
              {line.text}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
