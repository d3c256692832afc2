import type { SourceRef, TextRange } from '../../../../core/model/index.ts';
import { studio } from '../../../../state/index.ts';
import type { FileModels } from '../file-models.ts';
import { monaco } from '../monaco.ts';

/** A position of a model as the worker knows it; null for a model that is no file of the workspace. */
export function placeOf(
  models: FileModels,
  model: monaco.editor.ITextModel,
  position: monaco.IPosition,
): { readonly fileId: string; readonly offset: number } | null {
  const fileId = models.fileOf(model);
  const map = fileId === undefined ? undefined : models.mapOf(fileId);
  if (fileId === undefined || map === undefined) return null;
  return { fileId, offset: map.toFile(model.getOffsetAt(position)) };
}

/** A range of a file in its model. */
export function toModelRange(
  models: FileModels,
  model: monaco.editor.ITextModel,
  { start, end }: TextRange,
): monaco.Range {
  const map = models.mapOf(models.fileOf(model) ?? '');
  const carry = (offset: number): number => map?.toModel(offset) ?? offset;
  return rangeIn(model, { start: carry(start), end: carry(end) });
}

/** A range of a model's own text. */
export function rangeIn(model: monaco.editor.ITextModel, { start, end }: TextRange): monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}

/** Places in files as Monaco's; the models of files that were never shown are made. */
export function locationsOf(
  models: FileModels,
  refs: readonly SourceRef[],
): monaco.languages.Location[] {
  const { files } = studio.store.getState().workspace;
  return refs.flatMap(({ fileId, range }) => {
    const file = files.find(({ id }) => id === fileId);
    if (file === undefined) return [];
    const model = models.show(file);
    return [{ uri: model.uri, range: toModelRange(models, model, range) }];
  });
}
