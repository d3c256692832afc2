import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineIndex } from './line-index.ts';

describe('lineIndex', () => {
  it('counts LF, CRLF and a lone CR as one line end each', () => {
    const index = lineIndex('a\nbb\r\nc\rdd');
    expect(index.lineCount).toBe(4);
    expect([0, 1, 2, 4, 5, 6, 7, 8, 9, 10].map((at) => index.positionAt(at))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 2 },
      { line: 2, column: 1 },
      { line: 2, column: 3 },
      { line: 2, column: 4 },
      { line: 3, column: 1 },
      { line: 3, column: 2 },
      { line: 4, column: 1 },
      { line: 4, column: 2 },
      { line: 4, column: 3 },
    ]);
    expect([1, 2, 3, 4].map((line) => index.lineRange(line))).toEqual([
      { start: 0, end: 1 },
      { start: 2, end: 4 },
      { start: 6, end: 7 },
      { start: 8, end: 10 },
    ]);
  });

  it('clamps places outside the text', () => {
    const index = lineIndex('ab\n');
    expect(index.lineCount).toBe(2);
    expect(index.positionAt(99)).toEqual({ line: 2, column: 1 });
    expect(index.positionAt(-1)).toEqual({ line: 1, column: 1 });
    expect(index.offsetAt({ line: 1, column: 99 })).toBe(2);
    expect(index.offsetAt({ line: 99, column: 1 })).toBe(3);
  });

  it('goes back from a position to the same offset, line ends aside', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '\n', '\r', '\t'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.nat(60), (value, at) => {
        const index = lineIndex(value);
        const offset = Math.min(at, value.length);
        const back = index.offsetAt(index.positionAt(offset));
        const insideCrLf = value[offset - 1] === '\r' && value[offset] === '\n';
        expect(back).toBe(insideCrLf ? offset - 1 : offset);
      }),
    );
  });
});
