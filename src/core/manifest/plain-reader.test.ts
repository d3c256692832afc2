import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { parseOptions } from './kubectl-schema.ts';
import { readPlainDocument } from './plain-reader.ts';
import { fieldRange } from './field-range.ts';
import { readWithParser } from './read-document.ts';

const RUNS = { numRuns: 500 };

/** What the plain reader accepts, the full parser must read alike. */
function compare(text: string): boolean {
  const plain = readPlainDocument(text);
  if (plain === null) return false;
  const full = readWithParser(text);
  expect(full).toMatchObject({ status: 'value', problems: [] });
  if (full.status !== 'value') return true;
  expect(plain.value).toEqual(full.value);
  expect(plain.range).toEqual(full.range);
  if (plain.nameRange !== null)
    expect(plain.nameRange).toEqual(fieldRange(full.tree, ['metadata', 'name']).value);
  return true;
}

describe('readPlainDocument', () => {
  it.each([
    ['metadata:\n  name: app # c\nspec:\n  name: other\n', 'app'],
    ["name: no\nmetadata:\n  labels:\n    name: no\n  name: 'app'\n", "'app'"],
    ['metadata:\n  name:\n    name: no\n', null],
    ['metadata:\n  name: |\n    no\nname: no\n', null],
    ['metadata:\n- name: no\n', null],
  ])('tells where metadata.name of %j stands', (text, expected) => {
    const range = readPlainDocument(text)?.nameRange;
    expect(range ? text.slice(range.start, range.end) : null).toBe(expected);
    compare(text);
  });

  it.each([
    ['a: b\n', { a: 'b' }],
    ['# c\n\na: b # c\n\n# d\n', { a: 'b' }],
    ['a:\nb: ~\nc:\n  d:\n', { a: null, b: null, c: { d: null } }],
    [
      'a:\n- x\n- b: 1\n  c: yes\n-\n- - p\n  - q\nz: ""\n',
      { a: ['x', { b: 1, c: true }, null, ['p', 'q']], z: '' },
    ],
    [
      'a: |\n  one\n   two\n\n  three\n\nb: |-\n    x\nc: |+\n  k\n\n',
      { a: 'one\n two\n\nthree\n', b: 'x', c: 'k\n\n' },
    ],
    ['- a\n', null],
    ['a: b\r\nc: |\r\n  d\r\n', { a: 'b', c: 'd\n' }],
    [
      'a: \'x # y\'\nb: "p: q"\nc: -1\nd: 012\ne: http://x:80/#y\n',
      { a: 'x # y', b: 'p: q', c: -1, d: 10, e: 'http://x:80/#y' },
    ],
    ['a: {}\nb: [] # c\n', { a: {}, b: [] }],
    [
      'name: x\nmetadata:\n  name:\n    name: z\n',
      { name: 'x', metadata: { name: { name: 'z' } } },
    ],
  ])('reads %j', (text, value) => {
    expect(readPlainDocument(text)?.value ?? null).toEqual(value);
    compare(text);
  });

  it.each([
    ...[
      'a: b\na: c\n',
      'a: &x 1\n',
      'a: *x\n',
      'a: !!str 1\n',
      'a: [1]\n',
      'a: {b: 1}\n',
      'a: >\n  x\n',
    ],
    ...[
      'a: b\n  c\n',
      'a:\n  b\n',
      'a: "x\\n"\n',
      "a: 'it''s'\n",
      '"a": b\n',
      'no: b\n',
      'a: b: c\n',
    ],
    ...[
      'a:\n\tb: c\n',
      'a: {{ .x }}\n',
      'a: |2\n   x\n',
      'a: |\n  x',
      'a: |\n   \n  x\n',
      '? a\n: b\n',
    ],
    ...[
      'a: .inf\n',
      '...\n',
      '%YAML 1.1\n',
      'a: 1\n b: 2\n',
      'a: @x\n',
      '',
      '# c\n',
      '<<: x\n',
      '1: x\n',
    ],
  ])('leaves %j to the full parser', (text) => {
    expect(readPlainDocument(text)).toBeNull();
  });

  it('agrees with the full parser on any text that it accepts', () => {
    const piece = fc.constantFrom(
      ...[
        'a: ',
        'b: ',
        'key:',
        '- ',
        '-',
        ' ',
        '  ',
        '    ',
        '\n',
        '\n',
        '\n  ',
        '\n    ',
        '\n- ',
        '\n  - ',
      ],
      ...[
        'x',
        '1',
        '"q"',
        "'s'",
        '|',
        '|-',
        '|+',
        '# c',
        ' # c',
        ':',
        '#',
        '-x',
        '{}',
        '[]',
        'no',
        '012',
        '~',
      ],
      ...['\r\n', ' \n', 'ü', '...', '"', "'", '\\', 'a b', 'x:y', '?', '&a', '>'],
    );
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 20 }), (pieces) => {
        if (compare(`k: v\n${pieces.join('')}`)) accepted += 1;
        if (compare(pieces.join(''))) accepted += 1;
      }),
      RUNS,
    );
    expect(accepted).toBeGreaterThan(20);
  });

  it('agrees with the full parser on printed objects, broken in one place', () => {
    const word = fc.constantFrom(
      'a',
      'b.c/d',
      'on',
      '12',
      'x y',
      'p\nq\n',
      '',
      ' lead',
      'tail ',
      '- x',
      '#',
    );
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        word,
        fc.boolean(),
        fc.integer(),
        fc.dictionary(word, tie('value'), { maxKeys: 4 }),
        fc.array(tie('value'), { maxLength: 4 }),
      ),
    }));
    const damage = fc.constantFrom('', ' ', '\n', '  ', '#', ':', '- ', 'x', '"', '\n\n', ' # c\n');
    let accepted = 0;
    fc.assert(
      fc.property(value, fc.nat(), damage, fc.boolean(), (spec, at, extra, flush) => {
        const text = stringify({ kind: 'A', spec }, { ...parseOptions, indentSeq: !flush });
        const place = at % (text.length + 1);
        if (compare(text)) accepted += 1;
        compare(text.slice(0, place) + extra + text.slice(place));
        compare(text.slice(0, place) + text.slice(place + 1));
      }),
      RUNS,
    );
    expect(accepted).toBeGreaterThan(100);
  });
});
