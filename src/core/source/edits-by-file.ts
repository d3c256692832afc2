import type { TextEdit } from '../model/index.ts';

/** Groups edits by the file they change, both in the order of appearance. */
export function editsByFile(edits: readonly TextEdit[]): ReadonlyMap<string, readonly TextEdit[]> {
  const groups = new Map<string, TextEdit[]>();
  for (const edit of edits) {
    const group = groups.get(edit.fileId);
    if (group === undefined) groups.set(edit.fileId, [edit]);
    else group.push(edit);
  }
  return groups;
}
