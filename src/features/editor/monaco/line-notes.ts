import type { RenderedFinding } from '../../../core/analysis/types.ts';
import type { FileModels } from './file-models.ts';
import { monaco } from './monaco.ts';
import { rangeOf } from './show-findings.ts';

/**
 * Decorations of one model: the number of the handshake step in the margin of lines that a step stumbles over, and the
 * worst finding of the cursor's line behind its end.
 */
export function lineNotes(
  models: FileModels,
  model: monaco.editor.ITextModel,
  fileId: string,
  findings: readonly RenderedFinding[],
  cursorLine: number,
): readonly monaco.editor.IModelDeltaDecoration[] {
  const placed = findings.flatMap((finding) => {
    const range = rangeOf(models, model, fileId, finding);
    return range === null ? [] : [{ finding, range }];
  });
  const margin = placed.flatMap(({ finding, range }) =>
    finding.step === undefined
      ? []
      : [
          {
            range: new monaco.Range(range.startLineNumber, 1, range.startLineNumber, 1),
            options: {
              glyphMarginClassName: `ed-step ed-${finding.severity} ed-s${String(finding.step)}`,
              glyphMarginHoverMessage: { value: `Step ${String(finding.step)}: ${finding.title}` },
            },
          },
        ],
  );
  const here = placed.find(({ range }) => range.startLineNumber === cursorLine);
  return here === undefined ? margin : [...margin, behind(model, here.finding, cursorLine)];
}

function behind(
  model: monaco.editor.ITextModel,
  finding: RenderedFinding,
  line: number,
): monaco.editor.IModelDeltaDecoration {
  const column = model.getLineMaxColumn(line);
  return {
    range: new monaco.Range(line, column, line, column),
    options: {
      showIfCollapsed: true,
      after: {
        content: `   ${finding.title}`,
        inlineClassName: `ed-after ed-${finding.severity}`,
      },
    },
  };
}
