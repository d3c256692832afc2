import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goPemBlocks } from './pem.ts';

const block = (type: string, body = 'QUJD'): string =>
  `-----BEGIN ${type}-----\n${body}\n-----END ${type}-----\n`;

describe('goPemBlocks', () => {
  // Compared with Go 1.26 on mutated inputs; each row is one rule of pem.Decode.
  it.each([
    ['nothing', '', []],
    ['one block', block('A'), ['A:3']],
    ['two blocks and text', `x\n${block('A')}y\n${block('B')}`, ['A:3', 'B:3']],
    ['CRLF', block('A').replaceAll('\n', '\r\n'), ['A:3']],
    ['blanks behind the lines', block('A').replaceAll('\n', ' \t\n'), ['A:3']],
    ['headers', block('A', 'Proc-Type: 4\nX: y\n\nQUJD'), ['A:3']],
    ['an empty block', '-----BEGIN A-----\n-----END A-----', ['A:0']],
    ['headers and nothing else', '-----BEGIN A-----\nX: y\n-----END A-----', []],
    ['no final line end', block('A').trim(), ['A:3']],
    ['a byte order mark', `\u00ef\u00bb\u00bf${block('A')}`, []],
    ['an indented BEGIN', ` ${block('A')}`, []],
    ['an indented END', block('A').replace('\n-----END', '\n -----END'), []],
    ['different types', '-----BEGIN A-----\nQUJD\n-----END B-----\n', []],
    ['no END, then a block', `-----BEGIN A-----\nQUJD\n${block('B')}`, ['B:3']],
    ['broken base64, then a block', `${block('A', 'Q&J')}${block('B')}`, ['B:3']],
    ['text behind END', `${block('A').trim()} x\n${block('B')}`, ['B:3']],
    ['all on one line', block('A').replaceAll('\n', ' '), []],
    ['a type with a space', block('EC PRIVATE KEY'), ['EC PRIVATE KEY:3']],
  ])('%s', (_, text, expected) => {
    const found = goPemBlocks(text).map(({ type, bytes }) => `${type}:${bytes.length}`);
    expect(found).toEqual(expected);
  });

  it('never throws and always ends', () => {
    const piece = fc.constantFrom(
      '-----BEGIN ',
      '-----END ',
      '-----',
      'A',
      '\n',
      ' ',
      ':',
      'QUJD',
      '=',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(Array.isArray(goPemBlocks(pieces.join('')))).toBe(true);
      }),
    );
  });
});
