import { describe, expect, it } from 'vitest';
import type { ListedLine } from '../../core/analysis/data-plane/types.ts';
import { lineAfterKey, startsRun } from './linked-lines.ts';

/** Lines by the field that made them; `-` for none. */
const linesOf = (fields: string): readonly ListedLine[] =>
  fields.split(' ').map((field) =>
    field === '-'
      ? { text: '' }
      : {
          text: field,
          source: {
            objectId: 'f#0',
            objectKey: '/Service/shop/catalog',
            object: 'Service catalog',
            field,
            at: { fileId: 'f', range: { start: 0, end: 1 } },
          },
        },
  );

describe('lineAfterKey', () => {
  const lines = linesOf('- a b - - c -');
  it.each([
    [1, 'ArrowDown', 2],
    [2, 'ArrowDown', 5],
    [5, 'ArrowDown', null],
    [5, 'ArrowUp', 2],
    [1, 'ArrowUp', null],
    [2, 'Home', 1],
    [2, 'End', 5],
    [2, 'Enter', null],
    [2, 'toString', null],
  ])('from %d with %s is %s', (from, key, to) => {
    expect(lineAfterKey(lines, from, key)).toBe(to);
  });
});

describe('startsRun', () => {
  const starts = (lines: readonly ListedLine[]) => lines.map((_, at) => startsRun(lines, at));

  it('names a field once a run', () => {
    expect(starts(linesOf('a a - a b'))).toEqual([true, false, true, true, true]);
  });

  it('names nothing beside a brace that closes', () => {
    const lines = linesOf('a b a');
    const closed = lines.map((line, at) => (at === 2 ? { ...line, text: '    }' } : line));
    expect(starts(closed)).toEqual([true, true, false]);
  });
});
