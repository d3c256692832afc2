import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testCertificate } from './certificate-builder.testing.ts';
import {
  authorityKeyId,
  basicConstraints,
  extendedKeyUsage,
  keyUsage,
  subjectAltName,
  subjectKeyId,
} from './extensions/extension-builder.testing.ts';
import { summariseCertificate } from './summary.ts';

describe('summariseCertificate', () => {
  it('puts a certificate into plain words', () => {
    const facts = summariseCertificate(
      testCertificate({
        subject: [
          ['C', 'DE'],
          ['O', 'Lab'],
          ['CN', 'secure-app.example.com'],
        ],
        serial: Uint8Array.of(0x2a),
        extensions: [
          subjectAltName(
            ['dns', 'a.test'],
            ['ip', '10,0,0,1'],
            ['uri', 'spiffe://x'],
            ['dns', '*.b.test'],
          ),
          keyUsage('digitalSignature', 'keyEncipherment'),
          extendedKeyUsage('1.3.6.1.5.5.7.3.1', '1.2.3.4'),
          subjectKeyId(0xab),
          authorityKeyId(0xcd),
        ],
      }),
    );
    expect(facts).toMatchObject({
      title: 'secure-app.example.com',
      subject: 'CN=secure-app.example.com, O=Lab, C=DE',
      issuer: 'CN=issuer',
      serial: '2a',
      notBefore: Date.UTC(2025, 0, 1),
      notAfter: Date.UTC(2045, 0, 1),
      isCa: false,
      selfSigned: false,
      dnsNames: ['a.test', '*.b.test'],
      otherNames: ['IP 10.0.0.1', 'URI spiffe://x'],
      commonName: 'secure-app.example.com',
      key: 'EC P-256',
      signature: 'ECDSA with SHA-256',
      keyUsage: ['digital signature', 'key encipherment'],
      extendedKeyUsage: ['serverAuth', '1.2.3.4'],
      subjectKeyId: 'ab',
      authorityKeyId: 'cd',
    });
  });

  it('leaves null what the certificate does not say', () => {
    const facts = summariseCertificate(testCertificate({ subject: [['O', 'Lab']] }));
    expect(facts).toMatchObject({
      title: 'Lab',
      commonName: null,
      keyUsage: null,
      extendedKeyUsage: null,
      subjectKeyId: null,
      authorityKeyId: null,
      dnsNames: [],
      otherNames: [],
    });
  });

  it.each([
    ['the unit when there is nothing better', [['OU', 'Team']] as const, [], 'Team'],
    ['the first attribute after that', [['C', 'DE']] as const, [], 'DE'],
    [
      'an alternative name when there is no subject',
      [] as const,
      [subjectAltName(['dns', 'a.test'])],
      'a.test',
    ],
    ['the serial number when there is nothing at all', [] as const, [], 'serial 1'],
  ])('takes %s as the title', (_, subject, extensions, title) => {
    expect(summariseCertificate(testCertificate({ subject, extensions })).title).toBe(title);
  });

  it('knows a self-signed CA, and a namesake with another key identifier', () => {
    const own = { subject: 'Root', issuer: 'ROOT ' };
    const root = testCertificate({ ...own, extensions: [basicConstraints(true)] });
    expect(summariseCertificate(root)).toMatchObject({ isCa: true, selfSigned: true });
    const rolled = testCertificate({ ...own, extensions: [subjectKeyId(1), authorityKeyId(2)] });
    expect(summariseCertificate(rolled).selfSigned).toBe(false);
  });

  it('gives the certificate back as PEM that others read', () => {
    const { pem, id } = summariseCertificate(testCertificate());
    const read = new X509Certificate(pem);
    expect(read.fingerprint256.replaceAll(':', '').toLowerCase()).toBe(id);
  });

  it('is plain JSON', () => {
    const facts = summariseCertificate(testCertificate());
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
  });
});
