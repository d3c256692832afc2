import type { WorkspaceFile } from '../../core/model/index.ts';
import { minimalChange } from '../../core/source/index.ts';
import type { HistoryState, StudioState } from '../../state/index.ts';

/** Whether undo or redo led from a moment, of which the history is known, to `now`. */
export function isTravel(
  { future }: HistoryState,
  now: Pick<StudioState, 'history' | 'workspace'>,
): boolean {
  if (now.history.future.length > future.length) return true;
  return future.some(({ workspace }) => workspace === now.workspace);
}

/** Where the first file that changed now ends to differ; null when all that were there are the same. */
export function firstChange(
  before: readonly WorkspaceFile[],
  after: readonly WorkspaceFile[],
): { readonly fileId: string; readonly end: number } | null {
  const texts = new Map(before.map(({ id, text }) => [id, text]));
  for (const { id, text } of after) {
    const change = minimalChange(texts.get(id) ?? text, text);
    if (change !== null) return { fileId: id, end: change.start + change.text.length };
  }
  return null;
}
