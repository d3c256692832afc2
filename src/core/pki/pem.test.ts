import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase64 } from './base64.ts';
import { readPem } from './pem.ts';

/** 60 bytes make two lines of base64; the first three encode as `+/v7`. */
const DER = Uint8Array.from({ length: 60 }, (_, index) => (index < 3 ? 0xfb : index));
const BODY = encodeBase64(DER);
const BEGIN = '-----BEGIN CERTIFICATE-----';
const END = '-----END CERTIFICATE-----';
const WELL_FORMED = `${BEGIN}\n${BODY.slice(0, 64)}\n${BODY.slice(64)}\n${END}\n`;

describe('readPem on what every library accepts', () => {
  const accepted: readonly (readonly [string, string])[] = [
    ['plain', WELL_FORMED],
    ['CRLF line ends', WELL_FORMED.replaceAll('\n', '\r\n')],
    [
      'trailing blanks and blank lines after the block',
      `${WELL_FORMED.replaceAll('\n', '  \n')}\n\n`,
    ],
    ['base64 on one line', `${BEGIN}\n${BODY}\n${END}\n`],
    ['no final line end', WELL_FORMED.trimEnd()],
    ['a byte order mark', `\uFEFF${WELL_FORMED}`],
    ['text before and after', `subject=CN = shop\n${WELL_FORMED}Server certificate\n`],
  ];
  it.each(accepted)('finds the block in %s', (_, text) => {
    const blocks = readPem(text);
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toMatchObject({ label: 'CERTIFICATE', headers: [], der: DER });
    const range = blocks[0]?.range ?? { start: 0, end: 0 };
    expect(text.slice(range.start, range.start + BEGIN.length)).toBe(BEGIN);
    expect(text.slice(range.end - END.length, range.end)).toBe(END);
  });

  it('finds several blocks with their labels in order', () => {
    const key = WELL_FORMED.replaceAll('CERTIFICATE', 'PRIVATE KEY');
    expect(readPem(`${WELL_FORMED}# the key\n${key}`).map((block) => block.label)).toEqual([
      'CERTIFICATE',
      'PRIVATE KEY',
    ]);
  });

  it('reads RFC 1421 headers apart from the body', () => {
    const text = `${BEGIN}\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00FF\n\n${BODY}\n${END}\n`;
    expect(readPem(text)).toMatchObject([
      { headers: ['Proc-Type: 4,ENCRYPTED', 'DEK-Info: AES-256-CBC,00FF'], der: DER },
    ]);
  });
});

describe('readPem on damaged blocks', () => {
  const damaged: readonly (readonly [string, string, string])[] = [
    ['a missing END line', `${BEGIN}\n${BODY}\n`, 'no-end-line'],
    [
      'an END line of another label',
      `${BEGIN}\n${BODY}\n-----END PRIVATE KEY-----\n`,
      'bad-end-line',
    ],
    ['an END line behind base64', `${BEGIN}\n${BODY}${END}\n`, 'bad-end-line'],
    ['text behind the END line', `${BEGIN}\n${BODY}\n${END},\n`, 'bad-end-line'],
    ['a character outside the alphabet', `${BEGIN}\nMII!${BODY.slice(4)}\n${END}\n`, 'bad-base64'],
    ['a lost character', `${BEGIN}\n${BODY.slice(1)}\n${END}\n`, 'bad-base64'],
    ['an empty body', `${BEGIN}\n${END}\n`, 'bad-base64'],
    ['decimal HTML entities', WELL_FORMED.replaceAll('+', '&#43;'), 'html-escaped'],
    ['hexadecimal HTML entities', WELL_FORMED.replaceAll('+', '&#x2B;'), 'html-escaped'],
    ['doubly escaped entities', WELL_FORMED.replaceAll('+', '&amp;#43;'), 'html-escaped'],
    ['indentation', WELL_FORMED.replaceAll(/^/gm, '    '), 'indented'],
    ['literal backslash-n', WELL_FORMED.replaceAll('\n', '\\n'), 'escaped-newlines'],
    ['everything on one line', WELL_FORMED.replaceAll('\n', ' '), 'one-line'],
    ['CR alone as line end', WELL_FORMED.replaceAll('\n', '\r'), 'one-line'],
    [
      'a blank line inside',
      WELL_FORMED.replace(BODY.slice(64), `\n${BODY.slice(64)}`),
      'blank-line',
    ],
  ];
  it.each(damaged)('names %s', (_, text, problem) => {
    const blocks = readPem(text);
    expect(blocks.map((block) => block.problem)).toEqual([problem]);
    expect(blocks[0]?.der).toBeUndefined();
  });

  it('keeps a good block apart from the truncated one before it', () => {
    const blocks = readPem(`${BEGIN}\n${BODY.slice(0, 64)}\n${WELL_FORMED}`);
    expect(blocks.map((block) => block.problem)).toEqual(['no-end-line', undefined]);
    expect(blocks[0]?.range).toEqual({ start: 0, end: BEGIN.length + 1 + 64 });
  });

  it('sees two files joined without a line end between them', () => {
    const blocks = readPem(WELL_FORMED.trimEnd() + WELL_FORMED);
    expect(blocks.map((block) => block.problem)).toEqual(['bad-end-line', 'indented']);
  });

  it('takes a sentence about a BEGIN line for prose', () => {
    expect(readPem(`A certificate begins with ${BEGIN} and then base64.\n`)).toEqual([]);
  });
});

describe('readPem on anything', () => {
  const piece = fc.constantFrom(
    BEGIN,
    END,
    BODY,
    '\n',
    '\r\n',
    ' ',
    '\\n',
    '&#43;',
    '-----',
    'a: b',
    '\uFEFF',
  );
  const text = fc.array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 30 });
  it('never throws, keeps ranges in order, and gives bytes or a problem', () => {
    fc.assert(
      fc.property(text, (parts) => {
        const input = parts.join('');
        let last = 0;
        for (const block of readPem(input)) {
          expect(block.range.start).toBeGreaterThanOrEqual(last);
          expect(block.range.end).toBeLessThanOrEqual(input.length);
          expect(block.range.end).toBeGreaterThan(block.range.start);
          expect(block.der === undefined).toBe(block.problem !== undefined);
          last = block.range.end;
        }
      }),
    );
  });
});
