import type { RenderedFinding } from '../../../core/analysis/types.ts';
import type { FileModels } from './file-models.ts';
import { monaco } from './monaco.ts';

const OWNER = 'studio';

const SEVERITY = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  note: monaco.MarkerSeverity.Info,
} as const;

/** Marks every finding that stands in a file at its place. */
export function showFindings(models: FileModels, findings: readonly RenderedFinding[]): void {
  for (const [fileId, model] of models.entries()) {
    const markers = findings.flatMap((finding) => {
      const range = rangeOf(models, model, fileId, finding);
      if (range === null) return [];
      return [
        {
          ...range,
          severity: SEVERITY[finding.severity],
          message: `${finding.title}\n${finding.detail}\n${finding.action}`,
          code: finding.code,
          source: finding.step === undefined ? OWNER : `step ${String(finding.step)}`,
        },
      ];
    });
    monaco.editor.setModelMarkers(model, OWNER, markers);
  }
}

/** Where a finding stands in a model; null when it stands elsewhere. */
export function rangeOf(
  models: FileModels,
  model: monaco.editor.ITextModel,
  fileId: string,
  { at }: Pick<RenderedFinding, 'at'>,
): monaco.IRange | null {
  const map = models.mapOf(fileId);
  if (at?.fileId !== fileId || map === undefined) return null;
  const start = model.getPositionAt(map.toModel(at.range.start));
  const end = model.getPositionAt(map.toModel(at.range.end));
  // A long value (a PEM block) is marked on its first line only: a page of waves says nothing.
  const lastColumn = model.getLineMaxColumn(start.lineNumber);
  return end.lineNumber === start.lineNumber
    ? monaco.Range.fromPositions(start, end)
    : monaco.Range.fromPositions(start, { lineNumber: start.lineNumber, column: lastColumn });
}
