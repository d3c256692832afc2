import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseStream } from '../../manifest/document-tree.ts';
import { toJson } from '../../manifest/to-json.ts';
import { applyEdits } from '../../source/index.ts';
import { format } from './format.ts';

function formatted(text: string): string {
  return applyEdits(
    text,
    format(text).map((edit) => ({ fileId: 'f', ...edit })),
  );
}

describe('format', () => {
  it.each([
    ['four columns a level', 'a:\n    b:\n        c: 1\n', 'a:\n  b:\n    c: 1\n'],
    ['one column a level', 'a:\n b:\n  c: 1\n', 'a:\n  b:\n    c: 1\n'],
    ['lists below their key', 'a:\n    - b: 1\n      c: 2\n', 'a:\n  - b: 1\n    c: 2\n'],
    ['lists at their key', 'a:\n- b:\n      c: 2\n', 'a:\n- b:\n    c: 2\n'],
    ['wide dashes', 'a:\n-   b: 1\n    c: 2\n', 'a:\n- b: 1\n  c: 2\n'],
    ['lists in lists', 'a:\n-   - b\n    - c\n', 'a:\n- - b\n  - c\n'],
    ['dashes on their own line', 'a:\n  -\n      b: 1\n', 'a:\n  -\n    b: 1\n'],
    ['blanks behind colons and at line ends', 'a:   1  \nb:  \n', 'a: 1\nb:\n'],
    ['lines of blanks', 'a: 1\n   \nb: 2\n', 'a: 1\n\nb: 2\n'],
    [
      'blocks of text',
      'a:\n    b: |\n        x\n          y\n\n        z\n',
      'a:\n  b: |\n    x\n      y\n\n    z\n',
    ],
    ['blocks as items', 'a:\n    - |\n        x\n', 'a:\n  - |\n    x\n'],
    ['blanks inside of blocks', 'a: |\n    x  \n\n      \n    y\n', 'a: |\n  x  \n\n    \n  y\n'],
    [
      'comments',
      '# top\na:\n    # of b\n    b: 1 # one\n    # end of a\n# of c\nc: 2\n',
      '# top\na:\n  # of b\n  b: 1 # one\n  # end of a\n# of c\nc: 2\n',
    ],
    [
      'comments that stand nowhere',
      'a:\n   b: 1\n       # far\n   c: 2\n',
      'a:\n  b: 1\n  # far\n  c: 2\n',
    ],
    ['anchors and aliases', 'a: &x\n    b: 1\nc: *x\n', 'a: &x\n  b: 1\nc: *x\n'],
    ['braces over lines', 'a:\n    b: {\n      c: 1\n    }\n', 'a:\n  b: {\n    c: 1\n  }\n'],
    ['text over lines', 'a:\n    b: one\n      two\n', 'a:\n  b: one\n    two\n'],
    ['windows line ends', 'a:\r\n    b: 1 \r\n', 'a:\r\n  b: 1\r\n'],
    [
      'each document by itself',
      'a:\n    b: 1\n---\na: {\n---\na:\n    b: 1\n',
      'a:\n  b: 1\n---\na: {\n---\na:\n  b: 1\n',
    ],
  ])('lays out %s', (_, text, expected) => {
    expect(formatted(text)).toBe(expected);
    expect(formatted(expected)).toBe(expected);
  });

  it.each([
    ['syntax errors', 'a:\n    b: 1\n   c: 2\n'],
    ['tabs', 'a:\n\tb: 1\n'],
    ['templates', 'a:\n    b: {{ .Values.b }}\n'],
    ['JSON', '{ "a":   1 }\n'],
    ['explicit keys', '?   a\n:   b\n'],
    ['blocks that count their columns', 'a: |2\n      x\n'],
    ['prose', 'just   words\n'],
    ['nothing', ''],
  ])('leaves %s as they are', (_, text) => {
    expect(formatted(text)).toBe(text);
  });

  const text = fc.constantFrom(
    'x',
    'y z',
    '"q  r"',
    "'s'",
    '1',
    'true',
    '{ k: 1 }',
    '[a,  b]',
    '&n v',
    '|',
  );
  const name = fc.constantFrom('a', 'b', 'c.d', 'e-f');
  const width = fc.integer({ min: 1, max: 5 });
  const { tree } = fc.letrec<{ tree: readonly string[] }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.tuple(name, text, fc.nat(3)).map(([key, value, blanks]) => {
        const line = `${key}: ${' '.repeat(blanks)}${value}`;
        return value === '|'
          ? [line, '      one', '        two  ', '']
          : [`${line}${' '.repeat(blanks)}`];
      }),
      fc.tuple(name, width, tie('tree'), tie('tree')).map(([key, by, one, two]) => {
        const pad = ' '.repeat(by);
        const lines = [
          ...one,
          `# about ${key}`,
          ...two.map((line) => line.replace(/^(\w)/, 'z$1')),
        ];
        return [`${key}: # here`, ...lines.map((line) => pad + line)];
      }),
      fc.tuple(name, width, fc.nat(4), tie('tree')).map(([key, by, under, item]) => {
        const pad = ' '.repeat(under);
        const inner = ' '.repeat(by + 1);
        const [first = '', ...rest] = item;
        const lines = [`-${' '.repeat(by)}${first}`, ...rest.map((line) => inner + line)];
        return [`l${key}:`, ...lines.map((line) => pad + line)];
      }),
    ),
  }));
  const value = (one: string): string =>
    JSON.stringify(parseStream(one).map(({ contents }) => contents && toJson(contents).value));
  const comments = (one: string): readonly string[] => one.match(/# .*$/gm) ?? [];

  it('changes white space only, keeps the meaning and comes to rest', () => {
    let laidOut = 0;
    fc.assert(
      fc.property(tree, fc.constantFrom('\n', '\r\n'), (lines, eol) => {
        const before = lines.join(eol) + eol;
        const after = formatted(before);
        if (after !== before) laidOut += 1;
        expect(after.replace(/\s/g, '')).toBe(before.replace(/\s/g, ''));
        expect(value(after)).toBe(value(before));
        expect(comments(after).map((one) => one.trimEnd())).toEqual(
          comments(before).map((one) => one.trimEnd()),
        );
        expect(formatted(after)).toBe(after);
      }),
      { numRuns: 500 },
    );
    // Not because nothing was ever changed.
    expect(laidOut).toBeGreaterThan(200);
  });

  it('never throws, and never changes what another reader reads', () => {
    const piece = fc.constantFrom(
      'a:',
      ' ',
      '\n',
      '- ',
      '{',
      '}',
      '"',
      '#',
      '|',
      '>',
      '&x',
      '*x',
      '---',
      'b',
      ': ',
      '  ',
      '? ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const before = pieces.join('');
        const after = formatted(before);
        if (after !== before && !before.includes('---')) {
          expect(parse(after, { uniqueKeys: false })).toEqual(parse(before, { uniqueKeys: false }));
        }
      }),
      { numRuns: 3000 },
    );
  });
});
