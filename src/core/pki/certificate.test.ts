import { X509Certificate, createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  anyP256Key,
  buildCertificate,
  ecSpki,
  testCertificate,
} from './certificate-builder.testing.ts';
import { decodeCertificate } from './certificate.ts';
import { encodeDer, encodeOid } from './der-write.ts';
import { basicConstraints, subjectAltName } from './extensions/extension-builder.testing.ts';

function problemOf(der: Uint8Array): string {
  const decoded = decodeCertificate(der);
  return decoded.ok ? 'none' : decoded.problem;
}

describe('decodeCertificate', () => {
  it('gives every field of a certificate', () => {
    const certificate = testCertificate({
      serial: Uint8Array.of(0, 0x8a, 1),
      subject: [
        ['O', 'Lab'],
        ['CN', 'leaf'],
      ],
      issuer: [['CN', 'root']],
      notAfter: '20500101000000Z',
      extensions: [subjectAltName(['dns', 'a.test']), basicConstraints(false)],
    });
    expect(certificate).toMatchObject({
      version: 3,
      serial: '8a01',
      subject: { text: 'CN=leaf, O=Lab' },
      issuer: { text: 'CN=root' },
      notBefore: { epoch: Date.UTC(2025, 0, 1) },
      notAfter: { epoch: Date.UTC(2050, 0, 1) },
      publicKey: { family: 'EC', bits: 256, curve: 'P-256', decodable: true, text: 'EC P-256' },
      signatureText: 'ECDSA with SHA-256',
      signature: Uint8Array.of(1, 2, 3),
    });
    expect(certificate.rawExtensions.map(({ oid, critical }) => [oid, critical])).toEqual([
      ['2.5.29.17', false],
      ['2.5.29.19', true],
    ]);
  });

  it('keeps slices that are the signed octets themselves', () => {
    const der = buildCertificate();
    const certificate = testCertificate();
    const tbsLength = certificate.tbs.length;
    const start = Buffer.from(der).indexOf(certificate.tbs);
    expect(start).toBe(der[1] === 0x82 ? 4 : 3);
    expect(certificate.tbs[0]).toBe(0x30);
    expect(tbsLength).toBeGreaterThan(100);
    expect(certificate.publicKey.der).toEqual(anyP256Key);
  });

  it('is not touched by later changes to the input', () => {
    const der = Buffer.from(buildCertificate());
    const decoded = decodeCertificate(der);
    const before = decoded.ok
      ? createHash('sha256').update(decoded.certificate.der).digest('hex')
      : '';
    der.fill(0);
    expect(decoded.ok && decoded.certificate.fingerprint).toBe(before);
    expect(decoded.ok && decoded.certificate.der[0]).toBe(0x30);
  });

  it('reads a version 1 certificate', () => {
    expect(testCertificate({ version: 1 }).version).toBe(1);
  });

  it('hands back octets after the certificate', () => {
    const decoded = decodeCertificate(Buffer.concat([buildCertificate(), Buffer.of(1, 2)]));
    expect(decoded.ok && decoded.trailing).toEqual(Uint8Array.of(1, 2));
  });

  it('keeps a certificate whose key cannot be read', () => {
    const point = new Uint8Array(65).fill(1);
    point[0] = 4;
    const off = testCertificate({ spki: ecSpki('1.2.840.10045.3.1.7', point) });
    expect(off.publicKey).toMatchObject({ family: 'EC', decodable: false, bits: null });
    const unknown = encodeDer(
      0x30,
      encodeDer(0x30, encodeOid('1.2.3')),
      encodeDer(0x03, Uint8Array.of(0)),
    );
    expect(testCertificate({ spki: unknown }).publicKey).toMatchObject({
      family: 'other',
      decodable: false,
      text: 'key of type 1.2.3',
    });
  });

  it('reads an RSA key whose modulus is padded, as OpenSSL does', () => {
    const key = encodeDer(
      0x30,
      encodeDer(0x02, Uint8Array.of(0, 0, 0x7f, 1)),
      encodeDer(0x02, Uint8Array.of(3)),
    );
    const rsa = encodeDer(0x30, encodeOid('1.2.840.113549.1.1.1'), encodeDer(0x05));
    const spki = encodeDer(0x30, rsa, encodeDer(0x03, Uint8Array.of(0), key));
    expect(testCertificate({ spki }).publicKey).toMatchObject({ text: 'RSA 15', decodable: true });
  });

  it.each<[string, Uint8Array]>([
    ['a broken object identifier', encodeDer(0x06, Uint8Array.of(0x2a, 0x80))],
    ['a NULL with content', encodeDer(0x05, Uint8Array.of(1))],
    ['a padded integer', encodeDer(0x02, Uint8Array.of(0, 1))],
  ])('refuses algorithm parameters that are %s', (_, parameters) => {
    const algorithm = encodeDer(0x30, encodeOid('1.2.3'), parameters);
    expect(problemOf(buildCertificate({ algorithm }))).toBe('signature: broken parameters');
  });

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'Certificate: SEQUENCE expected, the end found'],
    ['text', Buffer.from('-----BEGIN'), 'Certificate: SEQUENCE expected, tag 0x2d found'],
    [
      'another structure',
      Buffer.from('30030201ff', 'hex'),
      'tbsCertificate: SEQUENCE expected, INTEGER found',
    ],
    ['a padded serial number', buildWithSerial('0001'), 'serialNumber: broken INTEGER'],
    ['an empty serial number', buildWithSerial(''), 'serialNumber: broken INTEGER'],
    ['a short time', buildCertificate({ notBefore: '2501010000Z' }), 'notBefore: time too short'],
    ['an inflated one', new Uint8Array(1_000_001), 'a certificate of 1000001 bytes'],
  ])('refuses %s and says why', (_, der, problem) => {
    expect(problemOf(der)).toBe(problem);
  });

  it('refuses every truncation', () => {
    const der = buildCertificate({ extensions: [basicConstraints(true)] });
    for (let length = 0; length < der.length; length++) {
      expect(decodeCertificate(der.subarray(0, length)).ok).toBe(false);
    }
  });
});

/** A certificate whose serial number has exactly these octets; it breaks off after the TBS. */
function buildWithSerial(hex: string): Uint8Array {
  const der = Buffer.from(buildCertificate({ version: 1, serial: Uint8Array.of(0x55) }));
  const after = der.subarray(der.indexOf(Buffer.from('020155', 'hex')) + 3);
  return encodeDer(0x30, encodeDer(0x30, encodeDer(0x02, Buffer.from(hex, 'hex')), after));
}

describe('a decoded certificate beside what Node reads', () => {
  it('agrees on names, numbers and fingerprint', () => {
    const der = buildCertificate({
      serial: Uint8Array.of(0x12, 0x34),
      extensions: [basicConstraints(true), subjectAltName(['dns', 'a.test'], ['ip', '10,0,0,1'])],
    });
    const node = new X509Certificate(der);
    const ours = testCertificate({
      serial: Uint8Array.of(0x12, 0x34),
      extensions: [basicConstraints(true), subjectAltName(['dns', 'a.test'], ['ip', '10,0,0,1'])],
    });
    expect(node.fingerprint256.replaceAll(':', '').toLowerCase()).toBe(ours.fingerprint);
    expect(node.serialNumber.toLowerCase()).toBe(ours.serial);
    expect(node.ca).toBe(true);
    expect(Date.parse(node.validTo)).toBe(ours.notAfter.epoch);
    expect(node.subjectAltName).toBe('DNS:a.test, IP Address:10.0.0.1');
  });
});
