import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase64 } from './base64.ts';
import { encodeDer } from './der-write.ts';
import { encodePem } from './encode-pem.ts';
import { readPem } from './pem.ts';
import { repairPem } from './repair-pem.ts';

/** One DER element of 62 bytes: two lines of base64 that hold `+` and `/`. */
const DER = encodeDer(0x30, new Uint8Array(60).fill(0xfb));
const GOOD = encodePem('CERTIFICATE', DER);
const END = '-----END CERTIFICATE-----';

describe('repairPem', () => {
  const repaired: readonly (readonly [string, string, string, string])[] = [
    ['escaped + signs', GOOD.replaceAll('+', '&#43;'), 'html-escaped', GOOD],
    [
      'hexadecimal and doubly escaped signs',
      GOOD.replaceAll('+', '&amp;#x2B;'),
      'html-escaped',
      GOOD,
    ],
    [
      'named references',
      GOOD.replaceAll('+', '&plus;').replaceAll('/', '&sol;'),
      'html-escaped',
      GOOD,
    ],
    ['indentation', GOOD.replaceAll(/^(?=.)/gm, '    '), 'indented', GOOD],
    ['literal line ends', GOOD.replaceAll('\n', '\\n'), 'escaped-newlines', `${GOOD}\\n`],
    ['one line', GOOD.replaceAll('\n', ' '), 'one-line', `${GOOD} `],
    ['a missing END line', GOOD.replace(`${END}\n`, ''), 'no-end-line', GOOD],
    ['another END label', GOOD.replace('END CERT', 'END TRUSTED CERT'), 'bad-end-line', GOOD],
    [
      'a blank line inside',
      GOOD.replace('\n', '\n\n').replace(/(.{64})\n/, '$1\n\n'),
      'blank-line',
      GOOD,
    ],
    ['stray characters', GOOD.replace('+', '+\u200b"'), 'bad-base64', GOOD],
    ['lost padding', GOOD.replace('=', ''), 'bad-base64', GOOD],
  ];
  it.each(repaired)('mends %s', (_, text, problem, result) => {
    const repair = repairPem(text);
    expect(repair?.repairs.map((each) => each.problem)).toEqual([problem]);
    expect(repair?.text.trimEnd()).toBe(result.trimEnd());
    expect(readPem(repair?.text ?? '')).toMatchObject([{ label: 'CERTIFICATE', der: DER }]);
  });

  it('keeps CRLF line ends', () => {
    const text = GOOD.replaceAll('+', '&#43;').replaceAll('\n', '\r\n');
    expect(repairPem(text)?.text).toBe(GOOD.replaceAll('\n', '\r\n'));
  });

  it('parts two files that were joined without a line end, and touches nothing else', () => {
    const text = `# before\n${GOOD.trimEnd()}${GOOD}# after\n`;
    const repair = repairPem(text);
    expect(repair?.text).toBe(`# before\n${GOOD}${GOOD}# after\n`);
    expect(repair?.repairs).toHaveLength(2);
  });

  it('removes a byte order mark and unwraps base64 of PEM', () => {
    expect(repairPem(`\uFEFF${GOOD}`)).toMatchObject({
      text: GOOD,
      repairs: [{ problem: 'byte-order-mark', range: { start: 0, end: 1 } }],
    });
    const wrapped = encodeBase64(new TextEncoder().encode(GOOD));
    expect(repairPem(wrapped)).toMatchObject({
      text: GOOD,
      repairs: [{ problem: 'base64-of-pem' }],
    });
  });

  it('invents nothing: a cut block and a good text stay as they are', () => {
    expect(repairPem(GOOD.slice(0, 80))).toBeNull();
    expect(repairPem(`${GOOD.slice(0, 80)}\n${END}\n`)).toBeNull();
    expect(repairPem(GOOD)).toBeNull();
    expect(repairPem('')).toBeNull();
    expect(repairPem('kind: ConfigMap')).toBeNull();
  });

  it('never throws, and never changes what already reads', () => {
    const piece = fc.constantFrom(
      GOOD,
      GOOD.slice(0, 40),
      END,
      '\n',
      ' ',
      '\\n',
      '&#43;',
      '\uFEFF',
      '"',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 12 }),
        (parts) => {
          const text = parts.join('');
          const repair = repairPem(text);
          if (repair === null) return;
          const before = readPem(text).filter((block) => block.der !== undefined).length;
          const after = readPem(repair.text).filter((block) => block.der !== undefined).length;
          expect(after).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });
});
