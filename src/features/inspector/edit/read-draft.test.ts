import { describe, expect, it } from 'vitest';
import { linesShown, readDraft } from './read-draft.ts';

describe('what is typed', () => {
  it.each([
    ['a text of several lines keeps its last line end', 'a\nb\n', 'string', 'x\n', 'a\nb\n'],
    ['and its line breaks', 'a\n\n  b', 'string', 'x\n', 'a\n\n  b\n'],
    ['one without a last line end gets none', 'a\nb', 'string', 'x\ny', 'a\nb'],
    ['nothing at all stays nothing', '', 'string', 'x\n', ''],
    ['a number', ' 8443 ', 'integer', '1', 8443],
    ['a port by name', 'https', 'int-or-string', '', 'https'],
  ] as const)('%s', (_, draft, type, before, value) => {
    expect(readDraft(draft, type, before)).toEqual({ kind: 'value', value });
  });

  it('is refused with the reason where it is none of the type', () => {
    expect(readDraft('8x', 'integer')).toEqual({
      kind: 'refused',
      why: '"8x" is no whole number.',
    });
  });

  it('comes back as it was when nothing is changed', () => {
    for (const value of ['a\nb\n', 'a\nb', 'a\n\nb\n', '  a\nb\n'])
      expect(readDraft(linesShown(value), 'string', value)).toEqual({ kind: 'value', value });
  });
});
