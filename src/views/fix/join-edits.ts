import type { TextEdit } from '../../core/model/index.ts';

/** Edits of one file in text order, those that share a line joined, so that a diff shows each line once. */
export function joinEdits(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start);
  const joined: TextEdit[] = [];
  for (const edit of sorted) {
    const last = joined.at(-1);
    const between = last === undefined ? '' : text.slice(last.range.end, edit.range.start);
    if (last === undefined || between.includes('\n') || edit.range.start < last.range.end) {
      joined.push(edit);
      continue;
    }
    joined[joined.length - 1] = {
      fileId: edit.fileId,
      range: { start: last.range.start, end: edit.range.end },
      text: last.text + between + edit.text,
    };
  }
  return joined;
}
