import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimalChange } from './minimal-change.ts';

describe('minimalChange', () => {
  it.each([
    ['abc', 'abc', null],
    ['abc', 'axc', { start: 1, end: 2, text: 'x' }],
    ['aa', 'aaa', { start: 2, end: 2, text: 'a' }],
    ['abc', '', { start: 0, end: 3, text: '' }],
  ])('turns %j into %j by one replacement', (before, after, change) => {
    expect(minimalChange(before, after)).toEqual(change);
  });

  it('always gives the text it should', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const change = minimalChange(before, after);
        const { start, end, text } = change ?? { start: 0, end: 0, text: '' };
        expect(before.slice(0, start) + text + before.slice(end)).toBe(after);
      }),
    );
  });
});
