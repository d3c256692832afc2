import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextEdit } from '../model/index.ts';
import { applyEdits } from './apply-edits.ts';
import { editsByFile } from './edits-by-file.ts';
import { mapRange } from './map-range.ts';

const edit = (start: number, end: number, text: string, fileId = 'f1'): TextEdit => ({
  fileId,
  range: { start, end },
  text,
});

describe('applyEdits', () => {
  it('splices several ranges given in any order', () => {
    expect(applyEdits('one two three', [edit(8, 13, '3'), edit(0, 3, '1')])).toBe('1 two 3');
  });

  it('keeps insertions at one place in the order given', () => {
    expect(applyEdits('ab', [edit(1, 1, 'x'), edit(1, 1, 'y')])).toBe('axyb');
  });

  it('clamps ranges to the text and never replaces a place twice', () => {
    expect(applyEdits('abc', [edit(2, 99, 'Z')])).toBe('abZ');
    expect(applyEdits('abcdef', [edit(0, 4, 'X'), edit(2, 5, 'Y')])).toBe('XYf');
  });

  it('keeps every byte between the edits', () => {
    const cuts = fc.uniqueArray(fc.nat(40), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(fc.string({ minLength: 40, maxLength: 40 }), cuts, (text, places) => {
        const sorted = [...places].sort((a, b) => a - b);
        const edits: TextEdit[] = [];
        const kept: string[] = [];
        let position = 0;
        for (let index = 0; index + 1 < sorted.length; index += 2) {
          const start = sorted[index] ?? 0;
          const end = sorted[index + 1] ?? 0;
          edits.push(edit(start, end, '‹›'));
          kept.push(text.slice(position, start));
          position = end;
        }
        kept.push(text.slice(position));
        expect(applyEdits(text, edits)).toBe(kept.join('‹›'));
      }),
    );
  });
});

describe('mapRange', () => {
  it.each([
    ['before it', [edit(0, 1, 'xyz')], { start: 6, end: 8 }],
    ['after it', [edit(7, 9, '')], { start: 4, end: 6 }],
    ['inserted at its start', [edit(4, 4, '--')], { start: 6, end: 8 }],
    ['inserted at its end', [edit(6, 6, '--')], { start: 4, end: 6 }],
    ['inside it', [edit(5, 5, '--')], { start: 4, end: 8 }],
    ['over its end', [edit(5, 8, 'x')], { start: 4, end: 6 }],
    ['over its start', [edit(3, 5, 'xy')], { start: 3, end: 6 }],
  ])('follows an edit %s', (_where, edits, expected) => {
    expect(mapRange({ start: 4, end: 6 }, edits)).toEqual(expected);
  });
});

describe('editsByFile', () => {
  it('groups by file in order of appearance', () => {
    const groups = editsByFile([
      edit(0, 0, 'a', 'f2'),
      edit(0, 0, 'b', 'f1'),
      edit(9, 9, 'c', 'f2'),
    ]);
    expect([...groups].map(([id, list]) => [id, list.map((one) => one.text)])).toEqual([
      ['f2', ['a', 'c']],
      ['f1', ['b']],
    ]);
  });
});
