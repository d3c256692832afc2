import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../../pki/base64.ts';
import { readPemStream } from './pem-stream.ts';

const block = (label: string, body = 'AAAA\n') =>
  `-----BEGIN ${label}-----\n${body}-----END ${label}-----\n`;

describe('readPemStream', () => {
  it.each([
    ['nothing', '', [], 'no-start-line'],
    ['prose only', 'garbage\n', [], 'no-start-line'],
    ['a block', block('CERTIFICATE'), ['CERTIFICATE'], 'no-start-line'],
    ['text before a block', `subject=CN\n${block('A')}`, ['A'], 'no-start-line'],
    ['two blocks with text between', `${block('A')}x\n${block('B')}`, ['A', 'B'], 'no-start-line'],
    ['no final line end', block('A').trimEnd(), ['A'], 'no-start-line'],
    ['CRLF and trailing blanks', block('A').replaceAll('\n', ' \r\n'), ['A'], 'no-start-line'],
    ['a byte order mark', `\uFEFF${block('A')}`, ['A'], 'no-start-line'],
    ['a byte order mark read as bytes', `\u00EF\u00BB\u00BF${block('A')}`, ['A'], 'no-start-line'],
    ['a blank line after BEGIN', block('A', '\nAAAA\n'), ['A'], 'no-start-line'],
    ['an indented BEGIN line', `  ${block('A')}`, [], 'no-start-line'],
    [
      'a blank at the start of the END line',
      block('A').replace('-----END', ' -----END'),
      [],
      'bad-end-line',
    ],
    [
      'everything on one line',
      block('A', `${'A'.repeat(400)}\n`).replaceAll('\n', ' '),
      [],
      'no-start-line',
    ],
    ['no END line', '-----BEGIN A-----\nAAAA\n', [], 'bad-end-line'],
    ['another label at the end', block('A').replace('END A', 'END B'), [], 'bad-end-line'],
    ['another block inside', `-----BEGIN A-----\nAAAA\n${block('B')}`, [], 'bad-end-line'],
    ['a character that is no base64', block('A', 'AA&A\n'), [], 'bad-base64-decode'],
    [
      'a number of characters that is no multiple of four',
      block('A', 'AAAAA\n'),
      [],
      'bad-base64-decode',
    ],
    [
      'a good block, then a damaged one',
      block('A') + block('B', '&\n'),
      ['A'],
      'bad-base64-decode',
    ],
    ['no data', block('A', ''), [], 'silent'],
    ['a blank line before END', block('A', 'AAAA\n\n'), [], 'silent'],
    ['two blank lines', block('A', '\n\nAAAA\n'), [], 'bad-end-line'],
    [
      'a line over 64 characters after a blank line',
      block('A', `\n${'A'.repeat(68)}\n`),
      [],
      'silent',
    ],
    [
      'a short line before the last after a blank line',
      block('A', '\nAAAA\nAAAA\n'),
      [],
      'bad-end-line',
    ],
  ])('reads %s as OpenSSL does', (_what, text, labels, stop) => {
    const stream = readPemStream(text);
    expect(stream.blocks.map(({ label }) => label)).toEqual(labels);
    expect(stream.stop).toBe(stop);
  });

  it('takes what stands before an inner blank line for a header', () => {
    const text = block('A', `Proc-Type: 4,ENCRYPTED\n\n${'A'.repeat(64)}\nAAAA\n`);
    expect(readPemStream(text).blocks[0]?.header).toBe('Proc-Type: 4,ENCRYPTED\n');
  });

  it('gives back the bytes of every block, however long its base64 line is', () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 2000 });
    fc.assert(
      fc.property(fc.array(bytes, { minLength: 1, maxLength: 4 }), (contents) => {
        const text = contents.map((one) => block('X', `${encodeBase64(one)}\n`)).join('');
        const stream = readPemStream(text);
        expect(stream.stop).toBe('no-start-line');
        expect(stream.blocks.map(({ der }) => der)).toEqual(contents);
      }),
    );
  });

  it('never throws and reads at most the blocks that have a BEGIN line', () => {
    const piece = fc.oneof(
      fc.constantFrom('-----BEGIN A-----', '-----END A-----', 'AAAA', '=', ':', '', '\r', '&#43;'),
      fc.string({ maxLength: 300 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('\n');
        const begins = text.split('-----BEGIN ').length - 1;
        expect(readPemStream(text).blocks.length).toBeLessThanOrEqual(begins);
      }),
    );
  });
});
