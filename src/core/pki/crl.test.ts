import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildCrl,
  crlNumber,
  crlReason,
  deltaCrlIndicator,
  distributionPoints,
  fullName,
  issuingPoint,
  testCrl,
} from './crl-builder.testing.ts';
import { decodeCrl } from './crl.ts';
import { testCertificate } from './certificate-builder.testing.ts';
import { encodeDer, encodeOid } from './der-write.ts';
import {
  authorityKeyId,
  directoryName,
  generalName,
} from './extensions/extension-builder.testing.ts';

const seed = buildCrl({
  revoked: [
    { serial: 5, extensions: [crlReason(1)] },
    { serial: 200, at: '20260102030405Z' },
  ],
  extensions: [
    authorityKeyId(1, 2),
    crlNumber(7),
    issuingPoint({ name: fullName(generalName(['uri', 'http://a/b'])), only: 'user' }),
  ],
});

describe('decodeCrl', () => {
  it('reads a version 2 list with its entries and extensions', () => {
    const decoded = decodeCrl(seed);
    const crl = decoded.ok ? decoded.crl : undefined;
    expect(crl).toMatchObject({
      version: 2,
      issuer: { text: 'CN=issuer' },
      thisUpdate: { raw: '250101000000Z' },
      nextUpdate: { raw: '450101000000Z' },
      signatureText: 'ECDSA with SHA-256',
      extensions: {
        crlNumber: '7',
        authorityKeyId: { keyId: '0102' },
        issuingDistributionPoint: {
          name: { fullName: [{ kind: 'uri', value: 'http://a/b' }] },
          onlyUserCertificates: true,
          onlyCaCertificates: false,
          indirect: false,
        },
      },
      duplicateExtensions: [],
      undecodableExtensions: [],
    });
    expect(crl?.revoked.map(({ serial, reason }) => [serial, reason])).toEqual([
      ['5', 1],
      ['c8', undefined],
    ]);
    expect(crl?.revoked[1]?.revokedAt.epoch).toBe(Date.UTC(2026, 0, 2, 3, 4, 5));
    expect(crl?.der).toEqual(seed);
  });

  it('reads a version 1 list without a next update', () => {
    const crl = testCrl({ version: 1, nextUpdate: null });
    expect([crl.version, crl.nextUpdate, crl.revoked]).toEqual([1, undefined, []]);
  });

  it('keeps what does not decode, and what stands twice, as facts', () => {
    const broken = { oid: '2.5.29.20', value: Uint8Array.of(4, 0) };
    expect(testCrl({ extensions: [broken] }).undecodableExtensions).toEqual(['2.5.29.20']);
    const twice = testCrl({ extensions: [crlNumber(1), crlNumber(2)] });
    expect(twice.duplicateExtensions).toEqual(['2.5.29.20']);
    expect(twice.extensions.crlNumber).toBeUndefined();
    const entry = testCrl({
      revoked: [{ serial: 1, extensions: [{ ...broken, oid: '2.5.29.21' }] }],
    });
    expect(entry.revoked[0]?.undecodableExtensions).toEqual(['2.5.29.21']);
  });

  it('reads the delta indicator and the issuer of an indirect entry', () => {
    const oid = '2.5.29.29';
    const certificateIssuer = {
      oid,
      critical: true,
      value: encodeDer(0x30, directoryName('Other')),
    };
    const crl = testCrl({
      revoked: [{ serial: 1, extensions: [certificateIssuer] }],
      extensions: [deltaCrlIndicator(3), issuingPoint({ indirect: true, reasons: 0x60 })],
    });
    expect(crl.extensions.baseCrlNumber).toBe('3');
    expect(crl.extensions.issuingDistributionPoint).toMatchObject({
      indirect: true,
      onlySomeReasons: 0x60,
    });
    expect(crl.revoked[0]?.certificateIssuer).toMatchObject([{ value: 'CN=Other' }]);
  });

  it('hands back octets behind the list', () => {
    const decoded = decodeCrl(Uint8Array.of(...seed, 9, 9));
    expect(decoded.ok && [...decoded.trailing]).toEqual([9, 9]);
    expect(decoded.ok && decoded.crl.der).toEqual(seed);
  });

  it.each([
    ['a certificate', testCertificate().der],
    ['a time without seconds', buildCrl({ thisUpdate: '2501010000Z' })],
    ['nothing', new Uint8Array()],
    ['a truncated list', seed.subarray(0, -1)],
    ['five megabytes', new Uint8Array(5_000_000)],
  ])('refuses %s with its reason', (_, der) => {
    const decoded = decodeCrl(der);
    expect(decoded.ok || decoded.problem).toMatch(/./);
  });

  it('never throws on changed octets', () => {
    const change = fc.record({ at: fc.nat(seed.length - 1), octet: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        const der = seed.slice();
        for (const { at, octet } of changes) der[at] = octet;
        const decoded = decodeCrl(der);
        expect(decoded.ok ? decoded.crl.der.length : decoded.problem.length).toBeGreaterThan(0);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('cRLDistributionPoints', () => {
  it('keeps names, issuers and reasons', () => {
    const attribute = encodeDer(0x30, encodeOid('2.5.4.3'), encodeDer(0x0c, Uint8Array.of(0x41)));
    const certificate = testCertificate({
      issuer: 'ca',
      extensions: [
        distributionPoints(
          [encodeDer(0xa0, fullName(generalName(['uri', 'http://a'])))],
          [encodeDer(0xa0, encodeDer(0xa1, attribute)), encodeDer(0x81, Uint8Array.of(0, 0x40))],
          [encodeDer(0xa2, directoryName('Other'))],
        ),
      ],
    });
    const [full, relative, issuer] = certificate.extensions.crlDistributionPoints ?? [];
    expect(full?.name?.fullName).toMatchObject([{ value: 'http://a' }]);
    expect([full?.hasIssuer, full?.reasons]).toEqual([false, undefined]);
    expect(relative?.name?.relativeName).toBe('310a300806035504030c0161');
    expect(relative?.reasons).toBe(0x40);
    expect(issuer).toMatchObject({
      hasName: false,
      hasIssuer: true,
      issuer: [{ value: 'CN=Other' }],
    });
  });
});
