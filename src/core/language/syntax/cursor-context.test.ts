import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cursorContext } from './cursor-context.ts';

/** Reads a text with the cursor written as `|`. */
function at(marked: string) {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const context = cursorContext(text, offset);
  if (context === null) return null;
  const { part, path, typed, replace } = context;
  return [part, path.join('.'), typed, text.slice(replace.start, replace.end)];
}

describe('cursorContext', () => {
  it.each([
    ['an empty file', '|', ['key', '', '', '']],
    ['the first key', 'ap|', ['key', '', 'ap', 'ap']],
    ['a key with its colon', 'ki|nd: Service\n', ['key', '', 'ki', 'kind']],
    ['a value', 'kind: Ser|', ['value', 'kind', 'Ser', 'Ser']],
    ['a whole value', 'kind: Ser|vice\nmetadata: {}\n', ['value', 'kind', 'Ser', 'Service']],
    ['a value to come', 'kind: |\nmetadata:\n  name: a\n', ['value', 'kind', '', '']],
    ['a value before a comment', 'kind: a| # c\n', ['value', 'kind', 'a', 'a']],
    ['a key below', 'metadata:\n  na|\n', ['key', 'metadata', 'na', 'na']],
    ['a blank line below', 'metadata:\n  |\n', ['key', 'metadata', '', '']],
    ['a key between others', 'a:\n  b: 1\n  |\n  c: 2\n', ['key', 'a', '', '']],
    ['a word between others', 'a:\n  b: 1\n  x|\n  c: 2\n', ['key', 'a', 'x', 'x']],
    ['a line of the parent', 'a:\n  b: 1\n|\n', ['key', '', '', '']],
    ['the first key of an item', 'a:\n  - |\n', ['key', 'a.0', '', '']],
    ['the second key of an item', 'a:\n  - b: 1\n    c|\n', ['key', 'a.0', 'c', 'c']],
    ['the second item', 'a:\n- b: 1\n- c|\n', ['key', 'a.1', 'c', 'c']],
    ['a value in an item', 'a:\n- b: 1\n- c: d|\n', ['value', 'a.1.c', 'd', 'd']],
    ['a list in a list', 'a:\n- - b: 1\n  - c|\n', ['key', 'a.0.1', 'c', 'c']],
    ['a key in braces', 'a: { b: 1, c| }', ['key', 'a', 'c', 'c']],
    ['a value in braces', 'a: { b: 1, c: d| }', ['value', 'a.c', 'd', 'd']],
    ['open braces', 'a: { b: 1, c|\nd: 1\n', ['key', 'a', 'c', 'c']],
    ['a value to come in braces', 'a: [{ b: | }]', ['value', 'a.0.b', '', '']],
    ['an item in brackets', 'a: [b, c|]', ['value', 'a.1', 'c', 'c']],
    ['quotes', 'a:\n  b: "x|y"\n', ['value', 'a.b', 'x', 'xy']],
    ['an open quote', 'a:\n  b: "x|\n  c: 1\n', ['value', 'a.b', 'x', 'x']],
    ['empty quotes', "a: '|'\n", ['value', 'a', '', '']],
    ['the second document', 'a: 1\n---\nb: |\n', ['value', 'b', '', '']],
    ['a document to come', 'a: 1\n---\n|', ['key', '', '', '']],
    ['windows line ends', 'a:\r\n  b: 1\r\n  c|\r\nd: 1\r\n', ['key', 'a', 'c', 'c']],
    ['broken lines elsewhere', 'x\ny: [\na:\n  b|', ['key', 'a', 'b', 'b']],
    ['an item of a List', 'kind: List\nitems:\n- kind: A\n  s|', ['key', '', 's', 's']],
  ])('finds %s', (_, marked, expected) => {
    expect(at(marked)).toEqual(expected);
  });

  it.each([
    ['a comment', 'a: 1 # b|'],
    ['a comment line', '# b|\na: 1\n'],
    ['a block of text', 'a: |\n  some te^xt\n'.replace('|', '>').replace('^', '|')],
  ])('finds nothing in %s', (_, marked) => {
    expect(at(marked)).toBeNull();
  });

  it('never throws, whatever the text and the place', () => {
    const piece = fc.constantFrom(
      ...[
        'a:',
        ' ',
        '\n',
        '- ',
        '{',
        '}',
        '[',
        ']',
        '"',
        "'",
        '#',
        '|',
        '>',
        '&x',
        '*x',
        '---',
        '\t',
      ],
      ...['kind', '\r\n', ': ', ',', '!!str', '<<: ', '  ', 'ü', '\uE000', '%', '?'],
    );
    const text = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(60), (words, offset) => {
        cursorContext(words, Math.min(offset, words.length));
      }),
      { numRuns: 2000 },
    );
  });
});
