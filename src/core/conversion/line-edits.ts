import type { TextEdit } from '../model/index.ts';
import { alignLines } from '../source/index.ts';

/** The lines that differ between two texts of a file, as edits of the first. */
export function lineEdits(fileId: string, before: string, after: string): readonly TextEdit[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const edits: TextEdit[] = [];
  let [at, start, from] = [0, 0, 0];
  const close = (end: number, to: number) => {
    const text = now.slice(from, to).join('');
    if (end > start || text !== '') edits.push({ fileId, range: { start, end }, text });
  };
  for (const [index, place] of alignLines(old, now).entries()) {
    const length = old[index]?.length ?? 0;
    if (place !== null) {
      close(at, place);
      start = at + length;
      from = place + 1;
    }
    at += length;
  }
  close(before.length, now.length);
  return edits;
}

/** Lines with their ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
