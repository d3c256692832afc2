import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addedLines } from './added-lines.ts';

const lines = (text: string): readonly string[] => text.split('');

describe('addedLines', () => {
  it.each([
    ['abc', 'abc', []],
    ['abc', 'axbc', [1]],
    ['abc', 'ac', []],
    ['', 'ab', [0, 1]],
    ['abcd', 'xbcy', [0, 3]],
    ['aab', 'aaab', [2]],
  ])('finds what is new from %s to %s', (before, after, expected) => {
    expect([...addedLines(lines(before), lines(after))]).toEqual(expected);
  });

  it('marks nothing where there was nothing before', () => {
    expect([...addedLines(null, lines('ab'))]).toEqual([]);
  });

  it('leaves a common subsequence that is in both', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const added = addedLines(before, after);
        const kept = after.filter((_, index) => !added.has(index));
        let from = 0;
        for (const line of kept) {
          const found = before.indexOf(line, from);
          expect(found).toBeGreaterThanOrEqual(from);
          from = found + 1;
        }
      }),
    );
  });
});
