import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCertificate } from './certificate-builder.testing.ts';
import { decodeCertificate } from './certificate.ts';
import { encodeDer } from './der-write.ts';
import { subjectAltName } from './extensions/extension-builder.testing.ts';
import { certificateSeeds } from './fuzz-seeds.testing.ts';
import { summariseCertificate } from './summary.ts';

const anySeed = fc.constantFrom(...certificateSeeds);

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
    const change = fc.record({ at: fc.nat(), octet: fc.nat(255) });
    fc.assert(
      fc.property(anySeed, fc.array(change, { minLength: 1, maxLength: 6 }), (seed, changes) => {
        const der = seed.slice();
        for (const { at, octet } of changes) der[at % der.length] = octet;
        exercise(der);
      }),
      { numRuns: 8000 },
    );
  });

  it('never throws on a certificate with octets cut out or put in', () => {
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.nat(40),
      insert: fc.uint8Array({ maxLength: 20 }),
    });
    fc.assert(
      fc.property(anySeed, edit, (seed, { at, remove, insert }) => {
        const from = at % (seed.length + 1);
        exercise(
          Uint8Array.from([...seed.slice(0, from), ...insert, ...seed.slice(from + remove)]),
        );
      }),
      { numRuns: 4000 },
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
