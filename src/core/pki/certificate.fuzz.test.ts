import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCertificate } from './certificate-builder.testing.ts';
import { decodeCertificate } from './certificate.ts';
import { encodeDer } from './der-write.ts';
import {
  authorityKeyId,
  basicConstraints,
  directoryName,
  extendedKeyUsage,
  generalName,
  keyUsage,
  nameConstraints,
  subjectAltName,
  subjectKeyId,
} from './extensions/extension-builder.testing.ts';
import { summariseCertificate } from './summary.ts';

const seed = buildCertificate({
  subject: [
    ['C', 'DE', 0x13],
    ['O', 'Lab'],
    [
      ['CN', 'a'],
      ['OU', 'b'],
    ],
    ['emailAddress', 'x@y', 0x16],
  ],
  extensions: [
    basicConstraints(true, 1),
    keyUsage('keyCertSign', 'cRLSign'),
    extendedKeyUsage('1.3.6.1.5.5.7.3.1', '2.5.29.37.0'),
    subjectAltName(
      ['dns', '*.a.test'],
      ['ip', '10,0,0,1'],
      ['uri', 'spiffe://a/b'],
      ['rid', '1.2.3'],
    ),
    subjectKeyId(1, 2, 3),
    authorityKeyId(1, 2, 3),
    nameConstraints(
      [generalName(['dns', 'a.test']), directoryName('b')],
      [generalName(['ip', '1,1,1,1,255,0,0,0'])],
    ),
  ],
});

/** Decodes and, when that works, reads everything there is to read. */
function exercise(der: Uint8Array): void {
  const decoded = decodeCertificate(der);
  if (!decoded.ok) {
    expect(decoded.problem).not.toBe('');
    expect(decoded.offset).toBeGreaterThanOrEqual(0);
    expect(decoded.offset).toBeLessThanOrEqual(der.length);
    return;
  }
  expect(decoded.certificate.der.length + decoded.trailing.length).toBe(der.length);
  summariseCertificate(decoded.certificate);
}

describe('decodeCertificate on hostile octets', () => {
  it('never throws on a certificate with changed octets', () => {
    const change = fc.record({ at: fc.nat(seed.length - 1), octet: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const der = seed.slice();
        for (const { at, octet } of changes) der[at] = octet;
        exercise(der);
      }),
      { numRuns: 4000 },
    );
  });

  it('never throws on a certificate with octets cut out or put in', () => {
    const edit = fc.record({
      at: fc.nat(seed.length),
      remove: fc.nat(40),
      insert: fc.uint8Array({ maxLength: 20 }),
    });
    fc.assert(
      fc.property(edit, ({ at, remove, insert }) => {
        exercise(Uint8Array.from([...seed.slice(0, at), ...insert, ...seed.slice(at + remove)]));
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws on anything else', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), exercise), { numRuns: 1000 });
  });

  it('gives up on a list past its bounds, and keeps the rest', () => {
    const names = Buffer.alloc(420_000, Uint8Array.of(0x82, 0));
    const many = { ...subjectAltName(), value: encodeDer(0x30, names) };
    const decoded = decodeCertificate(buildCertificate({ extensions: [many] }));
    expect(decoded.ok && decoded.certificate.undecodableExtensions).toEqual([many.oid]);
  });
});
