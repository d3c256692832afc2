import { describe, expect, it } from 'vitest';
import { decodeAsn1String } from './asn1-string.ts';
import { decodeBitString } from './bit-string.ts';
import { bitLength, integerToHex, integerToNumber, isMinimalInteger } from './integer.ts';
import { decodeObjectIdentifier } from './object-identifier.ts';

function octets(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}

describe('decodeObjectIdentifier', () => {
  it.each([
    ['2a864886f70d01010b', '1.2.840.113549.1.1.11'],
    ['551d11', '2.5.29.17'],
    ['00', '0.0'],
    ['27', '0.39'],
    ['28', '1.0'],
    ['50', '2.0'],
    ['8837', '2.999'],
    ['2affffffffffffffff7f', '1.2.9223372036854775807'],
  ])('%s is %s', (hex, dotted) => {
    expect(decodeObjectIdentifier(octets(hex))).toBe(dotted);
  });

  it.each([
    ['no octets', ''],
    ['an arc that does not end', '2a86'],
    ['an arc with a leading 0x80', '2a8001'],
  ])('refuses %s', (_, hex) => {
    expect(decodeObjectIdentifier(octets(hex))).toBeNull();
  });
});

describe('INTEGER', () => {
  it.each([
    ['00', '0', 0],
    ['7f', '7f', 127],
    ['0080', '80', 128],
    ['ff', '-1', -1],
    ['80', '-80', -128],
    ['ff7f', '-81', -129],
    ['00ffffffffffffffff', 'ffffffffffffffff', Number.MAX_SAFE_INTEGER],
  ])('%s reads as %s', (hex, text, number) => {
    expect(integerToHex(octets(hex))).toBe(text);
    expect(integerToNumber(octets(hex))).toBe(number);
  });

  it.each([
    ['', false],
    ['00', true],
    ['0001', false],
    ['0080', true],
    ['ff80', false],
    ['ff7f', true],
  ])('%s is in the shortest form: %s', (hex, minimal) => {
    expect(isMinimalInteger(octets(hex))).toBe(minimal);
  });

  it.each([
    ['', 0],
    ['00', 0],
    ['01', 1],
    ['00ff', 8],
    ['0100', 9],
  ])('%s has %i bits', (hex, bits) => {
    expect(bitLength(octets(hex))).toBe(bits);
  });
});

describe('decodeBitString', () => {
  it.each([
    ['0780', '80', 7],
    ['05a0', 'a0', 5],
    ['05bf', 'a0', 5],
    ['00', '', 0],
  ])('%s holds %s with %i unused bits', (hex, bytes, unusedBits) => {
    const decoded = decodeBitString(octets(hex));
    expect(decoded && Buffer.from(decoded.bytes).toString('hex')).toBe(bytes);
    expect(decoded?.unusedBits).toBe(unusedBits);
  });

  it.each([
    ['nothing', ''],
    ['eight unused bits', '08ff'],
    ['unused bits of nothing', '01'],
  ])('refuses %s', (_, hex) => {
    expect(decodeBitString(octets(hex))).toBeNull();
  });
});

describe('decodeAsn1String', () => {
  it.each([
    ['UTF8String', 0x0c, 'c3bc', 'ü'],
    ['PrintableString', 0x13, '6162', 'ab'],
    ['T61String, which counts as Latin-1', 0x14, 'fc', 'ü'],
    ['IA5String', 0x16, '6140', 'a@'],
    ['BMPString', 0x1e, '00fc0061', 'üa'],
    ['UniversalString', 0x1c, '0001f600', '😀'],
  ])('reads %s', (_, tag, hex, expected) => {
    expect(decodeAsn1String(tag, octets(hex))).toBe(expected);
  });

  it.each([
    ['overlong UTF-8', 0x0c, 'c080'],
    ['a surrogate in UTF-8', 0x0c, 'eda080'],
    ['half a BMP character', 0x1e, '00'],
    ['a surrogate in a BMPString', 0x1e, 'd83d'],
    ['a code point past Unicode', 0x1c, '00110000'],
    ['an INTEGER', 0x02, '01'],
  ])('refuses %s', (_, tag, hex) => {
    expect(decodeAsn1String(tag, octets(hex))).toBeNull();
  });
});
