import { describe, expect, it } from 'vitest';
import { encodeName, type TestName } from './certificate-builder.testing.ts';
import { DerReader } from './der/der-reader.ts';
import { encodeDer, encodeOid } from './der-write.ts';
import { readName } from './name.ts';
import type { DistinguishedName } from './types.ts';

function name(spec: TestName): DistinguishedName {
  const read = readName(DerReader.over(encodeName(spec)), 'subject');
  if (!read) throw new Error('not a name');
  return read;
}

/** A common name of any type and octets. */
function commonName(tag: number, ...octets: readonly number[]): DistinguishedName | null {
  const value = encodeDer(tag, Uint8Array.from(octets));
  const pair = encodeDer(0x30, encodeOid('2.5.4.3'), value);
  return readName(DerReader.over(encodeDer(0x30, encodeDer(0x31, pair))), 'subject');
}

describe('the text of a name', () => {
  it.each<[TestName, string]>([
    [
      [
        ['C', 'US'],
        ['O', 'Example'],
        ['CN', 'gateway'],
      ],
      'CN=gateway, O=Example, C=US',
    ],
    [
      [
        [
          ['CN', 'a'],
          ['OU', 'b'],
        ],
      ],
      'CN=a+OU=b',
    ],
    [[['CN', 'a,b+c"d\\e<f>;']], 'CN=a\\,b\\+c\\"d\\\\e\\<f\\>\\;'],
    [[['CN', ' padded ']], 'CN=\\ padded\\ '],
    [[['CN', '#1']], 'CN=\\#1'],
    [[['CN', 'a\nb\0']], 'CN=a\\0ab\\00'],
    [[['1.2.3.4', 'x']], '1.2.3.4=x'],
    [[['emailAddress', 'a@b.test', 0x16]], 'emailAddress=a@b.test'],
    [[], ''],
  ])('%j reads as %s', (spec, expected) => {
    expect(name(spec).text).toBe(expected);
  });

  it('shows a value that is no character string as hex', () => {
    expect(commonName(0x03, 0, 2)?.text).toBe('CN=#03020002');
  });
});

describe('the canonical form of a name (x509_name_canon)', () => {
  const base = name([
    ['O', 'Lab'],
    ['CN', 'Root CA'],
  ]).canonical;

  it.each<[string, TestName]>([
    [
      'case',
      [
        ['O', 'LAB'],
        ['CN', 'root ca'],
      ],
    ],
    [
      'outer whitespace',
      [
        ['O', ' Lab\t'],
        ['CN', '\nRoot CA '],
      ],
    ],
    [
      'inner whitespace',
      [
        ['O', 'Lab'],
        ['CN', 'Root \t  CA'],
      ],
    ],
    [
      'PrintableString',
      [
        ['O', 'Lab', 0x13],
        ['CN', 'Root CA', 0x13],
      ],
    ],
    [
      'IA5String',
      [
        ['O', 'Lab', 0x16],
        ['CN', 'Root CA', 0x16],
      ],
    ],
    [
      'T61String',
      [
        ['O', 'Lab', 0x14],
        ['CN', 'Root CA', 0x14],
      ],
    ],
  ])('is the same whatever the %s', (_, spec) => {
    expect(name(spec).canonical).toBe(base);
  });

  it.each<[string, TestName]>([
    [
      'order of the RDNs',
      [
        ['CN', 'Root CA'],
        ['O', 'Lab'],
      ],
    ],
    [
      'one RDN of both',
      [
        [
          ['O', 'Lab'],
          ['CN', 'Root CA'],
        ],
      ],
    ],
    [
      'attribute type',
      [
        ['OU', 'Lab'],
        ['CN', 'Root CA'],
      ],
    ],
    [
      'NumericString, which is not folded',
      [
        ['O', 'Lab', 0x12],
        ['CN', 'Root CA'],
      ],
    ],
    [
      'letters outside ASCII',
      [
        ['O', 'Läb'],
        ['CN', 'Root CA'],
      ],
    ],
  ])('differs by %s', (_, spec) => {
    expect(name(spec).canonical).not.toBe(base);
  });

  it('does not fold letters outside ASCII', () => {
    expect(name([['CN', 'Ü']]).canonical).not.toBe(name([['CN', 'ü']]).canonical);
  });

  it('reads a BMPString as the text it holds', () => {
    expect(commonName(0x1e, 0, 0x41, 0, 0x62)?.canonical).toBe(name([['CN', 'ab']]).canonical);
  });

  it('sorts the attributes of one RDN', () => {
    const one = name([
      [
        ['CN', 'a'],
        ['OU', 'b'],
      ],
    ]);
    const other = name([
      [
        ['OU', 'b'],
        ['CN', 'a'],
      ],
    ]);
    expect(one.canonical).toBe(other.canonical);
  });

  it('leads with its first RDNs, so that a subtree is a prefix', () => {
    expect(base.startsWith(name([['O', 'lab']]).canonical)).toBe(true);
    expect(name([]).canonical).toBe('');
  });

  it('is DER with lengths past 127 in long form', () => {
    const long = name([['CN', 'x'.repeat(200)]]).canonical;
    expect(long.slice(0, 16)).toBe('3181d33081d00603');
  });
});

describe('a name that OpenSSL does not load', () => {
  it.each([
    ['broken UTF-8', 0x0c, [0xff]],
    ['half a BMP character', 0x1e, [0]],
    ['a surrogate', 0x1e, [0xd8, 0x3d]],
    ['a VisibleString', 0x1a, [0x61]],
    ['an OCTET STRING', 0x04, [0x61]],
    ['a context-specific type', 0x8c, [0x61]],
  ])('%s is refused', (_, tag, octets) => {
    expect(commonName(tag, ...octets)).toBeNull();
  });
});
