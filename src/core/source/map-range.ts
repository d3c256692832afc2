import type { TextEdit, TextRange } from '../model/index.ts';

/**
 * Where a range of the old text stands after edits of the same file (see `applyEdits`).
 * Text inserted exactly at its start or end stays outside; a replaced end moves to the end of its replacement,
 * a replaced start to its beginning.
 */
export function mapRange(range: TextRange, edits: readonly TextEdit[]): TextRange {
  const start = mapOffset(range.start, edits, 'start');
  return { start, end: Math.max(start, mapOffset(range.end, edits, 'end')) };
}

function mapOffset(offset: number, edits: readonly TextEdit[], side: 'start' | 'end'): number {
  let moved = offset;
  for (const { range, text } of edits) {
    const growth = text.length - (range.end - range.start);
    const isInsertion = range.start === range.end;
    if (range.end < offset || (range.end === offset && !(isInsertion && side === 'end'))) {
      moved += growth;
    } else if (range.start < offset) {
      moved += range.start - offset + (side === 'end' ? text.length : 0);
    }
  }
  return moved;
}
