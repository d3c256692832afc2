import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignLines } from './align-lines.ts';

const lines = (text: string): string[] => text.match(/./g) ?? [];

describe('alignLines', () => {
  it.each([
    ['abc', 'abc', [0, 1, 2]],
    ['abc', 'xabcy', [1, 2, 3]],
    ['abc', 'axc', [0, null, 2]],
    ['axbxc', 'xaxbyc', [1, 2, 3, null, 5]],
    ['aa', 'a', [0, null]],
    ['', 'a', []],
    ['abc', '', [null, null, null]],
  ])('aligns %s with %s', (before, after, expected) => {
    expect(alignLines(lines(before), lines(after))).toEqual(expected);
  });

  it('only pairs equal lines and never crosses', () => {
    const some = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 });
    fc.assert(
      fc.property(some, some, (before, after) => {
        let last = -1;
        alignLines(before, after).forEach((place, index) => {
          if (place === null) return;
          expect(after[place]).toBe(before[index]);
          expect(place).toBeGreaterThan(last);
          last = place;
        });
      }),
    );
  });

  it('falls back to order for large changes', () => {
    const before = Array.from({ length: 1500 }, (_, index) => `a${index}`);
    const after = before.flatMap((line) => ['new', line, 'new']);
    const aligned = alignLines(['x', ...before, 'y'], ['z', ...after, 'w']);
    expect(aligned.slice(0, 3)).toEqual([null, 2, 5]);
  });
});
