import type { TextEdit } from '../model/index.ts';

/**
 * Applies the edits of one file to its text. Offsets count in `text` as it was before any of them; edits do not
 * overlap, several insertions at one place come in the order given. Every byte outside the ranges survives.
 *
 * Total: a range outside the text is clamped to it, and the part of a range that an earlier edit covered is not
 * replaced twice. `fileId` is not looked at: see `editsByFile`.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort(
    (a, b) => a.range.start - b.range.start || a.range.end - b.range.end,
  );
  const parts: string[] = [];
  let position = 0;
  for (const edit of ordered) {
    const start = Math.min(Math.max(edit.range.start, position), text.length);
    parts.push(text.slice(position, start), edit.text);
    position = Math.min(Math.max(edit.range.end, start), text.length);
  }
  parts.push(text.slice(position));
  return parts.join('');
}
