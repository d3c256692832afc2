import { lineEnding } from '../../core/source/index.ts';
import { useAnalysis } from '../../state/index.ts';
import { VerdictShape } from '../../ui/index.ts';
import { count } from '../../views/index.ts';
import type { EditorFile } from './shown-file.ts';
import type { Cursor } from './use-monaco.ts';

/** Problems of the file, where the cursor is, and how the file ends its lines. */
export function StatusBar({ file, cursor }: { file: EditorFile; cursor: Cursor }) {
  const findings = useAnalysis((state) => state.analysis?.findings);
  const own = (findings ?? []).filter(({ at }) => at?.fileId === file.id);
  const errors = own.filter(({ severity }) => severity === 'error').length;
  const warnings = own.filter(({ severity }) => severity === 'warning').length;
  const ending = lineEnding(file.text) === '\r\n' ? 'CRLF' : 'LF';
  const mark = file.text.startsWith('\uFEFF') ? ', byte order mark' : '';
  return (
    <div className="ed-status">
      <span>
        <VerdictShape shape={errors > 0 ? 'error' : 'ok'} size="xs" /> {count(errors, 'error')}
      </span>
      <span>
        <VerdictShape shape={warnings > 0 ? 'warning' : 'ok'} size="xs" />{' '}
        {count(warnings, 'warning')}
      </span>
      <span className="grow" />
      <span>
        Line {cursor.line}, column {cursor.column}
      </span>
      <span>
        UTF-8, {ending}
        {mark}
      </span>
      <span className="ed-hint">Numbers in the margin: handshake steps</span>
    </div>
  );
}
