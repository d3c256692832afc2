import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goParseCertificate } from './parse-certificate.ts';

interface Recorded {
  readonly bases: readonly {
    readonly name: string;
    readonly der: string;
    readonly edits: readonly (readonly [at: number, octet: number, verdict: string])[];
  }[];
}

const url = new URL('fixtures/parse-certificate.json', import.meta.url);
const { bases } = JSON.parse(readFileSync(url, 'utf8')) as Recorded;

function verdictOf(der: Uint8Array): string {
  const parsed = goParseCertificate(der);
  return parsed.ok ? 'OK' : parsed.message;
}

function edited(der: Buffer, at: number, octet: number): Uint8Array {
  const copy = new Uint8Array(der);
  copy[at] = octet;
  return copy;
}

describe.each(bases)('goParseCertificate of $name', ({ der, edits }) => {
  const bytes = Buffer.from(der, 'base64');

  it('takes it as it stands', () => {
    expect(verdictOf(bytes)).toBe('OK');
  });

  it.each(edits)('says with octet %i set to %i what Go says: %s', (at, octet, verdict) => {
    expect(verdictOf(edited(bytes, at, octet))).toBe(verdict);
  });

  it('says of every truncation that the certificate is malformed', () => {
    for (let length = 0; length < bytes.length; length += 1)
      expect(verdictOf(bytes.subarray(0, length))).toBe('x509: malformed certificate');
  });

  it('says of octets behind it that there are some', () => {
    expect(verdictOf(Buffer.concat([bytes, Buffer.from([0])]))).toBe('x509: trailing data');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }), (at, octet) => {
        expect(typeof verdictOf(edited(bytes, at, octet))).toBe('string');
      }),
    );
  });
});
