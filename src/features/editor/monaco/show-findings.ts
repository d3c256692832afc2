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

/** The place of a finding's mark in a model; null when it stands elsewhere. */
export function rangeOf(
  models: FileModels,
  model: monaco.editor.ITextModel,
  fileId: string,
  finding: Pick<RenderedFinding, 'at'>,
): monaco.IRange | null {
  const range = wholeRange(models, model, fileId, finding);
  // A long value (a PEM block) is marked on its first line only: a page of waves says nothing.
  return range === null || range.startLineNumber === range.endLineNumber
    ? range
    : {
        ...range,
        endLineNumber: range.startLineNumber,
        endColumn: model.getLineMaxColumn(range.startLineNumber),
      };
}

/** All lines that a finding is about, 1-based; null when it stands elsewhere. */
export function linesOf(
  models: FileModels,
  model: monaco.editor.ITextModel,
  fileId: string,
  finding: Pick<RenderedFinding, 'at'>,
): { readonly first: number; readonly last: number } | null {
  const range = wholeRange(models, model, fileId, finding);
  return range === null ? null : { first: range.startLineNumber, last: range.endLineNumber };
}

function wholeRange(
  models: FileModels,
  model: monaco.editor.ITextModel,
  fileId: string,
  { at }: Pick<RenderedFinding, 'at'>,
): monaco.IRange | null {
  const map = models.mapOf(fileId);
  if (at?.fileId !== fileId || map === undefined) return null;
  const start = model.getPositionAt(map.toModel(at.range.start));
  const end = model.getPositionAt(map.toModel(at.range.end));
  return monaco.Range.fromPositions(start, end);
}
