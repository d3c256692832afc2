import type { TextEdit } from '../model/index.ts';
import { minimalChange } from '../source/index.ts';
import { applyObjectEdit } from './apply-object-edit.ts';
import { editSource } from './edit-source.ts';
import type { EditSource } from './types.ts';

/** One step: the edits it makes to the files as the step before left them. */
export type EditStep = (source: EditSource) => readonly TextEdit[];

/**
 * Edits that touch neighbouring lines, made one after the other on the text that the one before left, and given back as one
 * replacement for each file. Null when a step has nothing to do.
 */
export function inSteps(
  source: EditSource,
  steps: readonly EditStep[],
): readonly TextEdit[] | null {
  let current = source;
  for (const step of steps) {
    const edits = step(current);
    if (edits.length === 0) return null;
    const after = applyObjectEdit(current.workspace, { edits, files: [], renamed: {} });
    current = editSource(after);
  }
  return source.workspace.files.flatMap((file) => {
    const after = current.workspace.files.find(({ id }) => id === file.id);
    const change = minimalChange(file.text, after?.text ?? '');
    if (change === null) return [];
    const { start, end, text } = change;
    return [{ fileId: file.id, range: { start, end }, text }];
  });
}
