import { describe, expect, it } from 'vitest';
import {
  basePoint,
  ecSpki,
  testCertificate,
  type TestCertificate,
  type TestExtension,
} from '../../pki/certificate-builder.testing.ts';
import { encodeDer, encodeOid, encodeUnsigned } from '../../pki/der-write.ts';
import {
  authorityKeyId,
  basicConstraints,
  extendedKeyUsage,
  generalName,
  keyUsage,
  nameConstraints,
  subjectAltName,
  subjectKeyId,
} from '../../pki/extensions/extension-builder.testing.ts';
import { lintCatalogue } from './findings.ts';
import {
  lintAuthorityCertificate,
  lintClientCertificate,
  lintServerCertificate,
} from './lint-certificate.ts';

const serverAuth = extendedKeyUsage('1.3.6.1.5.5.7.3.1');
const names = subjectAltName(['dns', 'a.test'], ['dns', '*.b.test'], ['ip', '10,0,0,1']);
const sound = [names, serverAuth, keyUsage('digitalSignature'), authorityKeyId(1)];
const soundCa = [basicConstraints(true), keyUsage('keyCertSign', 'cRLSign'), subjectKeyId(1)];

function server(spec: TestCertificate): readonly string[] {
  const certificate = testCertificate({ subject: [['CN', 'a.test']], extensions: sound, ...spec });
  return lintServerCertificate(certificate).map(({ code }) => code.replace('LINT-', ''));
}

function authority(...extensions: readonly TestExtension[]): readonly string[] {
  const certificate = testCertificate({ subject: 'ca', issuer: 'ca', extensions });
  return lintAuthorityCertificate(certificate).map(({ code }) => code.replace('LINT-', ''));
}

const dns = (...values: readonly string[]): TestExtension =>
  subjectAltName(['dns', 'a.test'], ...values.map((value) => ['dns', value] as const));
const withNames = (extension: TestExtension): TestCertificate => ({
  extensions: [extension, ...sound.slice(1)],
});
const algorithm = (oid: string): Uint8Array => encodeDer(0x30, encodeOid(oid));

function rsaSpki(bits: number, exponent: number): Uint8Array {
  const modulus = encodeUnsigned(new Uint8Array(bits / 8).fill(0xff));
  const octets = Uint8Array.of(exponent >> 16, exponent >> 8, exponent);
  const key = encodeDer(0x30, modulus, encodeUnsigned(octets));
  const rsa = encodeDer(0x30, encodeOid('1.2.840.113549.1.1.1'), encodeDer(0x05));
  return encodeDer(0x30, rsa, encodeDer(0x03, Uint8Array.of(0), key));
}

describe('lintServerCertificate', () => {
  it('has nothing to say of a sound certificate', () => {
    expect(server({})).toEqual([]);
  });

  it.each<[code: string, spec: TestCertificate]>([
    ['NO-DNS-NAME', { subject: 'x', extensions: sound.slice(1) }],
    ['COMMON-NAME-ALONE', { subject: 'other.test' }],
    ['WILDCARD-PLACE', withNames(dns('a*.c.test'))],
    ['WILDCARD-PLACE', withNames(dns('a.*.test'))],
    ['BARE-WILDCARD', withNames(dns('*.test'))],
    ['DNS-UNDERSCORE', withNames(dns('a_b.test'))],
    ['DNS-LENGTH', withNames(dns('a..test'))],
    ['DNS-LENGTH', withNames(dns(`${'a'.repeat(64)}.test`))],
    ['DNS-CHARACTERS', withNames(dns('a.test:443'))],
    ['DNS-CHARACTERS', withNames(dns('a\0.test'))],
    ['IP-AS-DNS', withNames(dns('10.0.0.1'))],
    ['IP-AS-DNS', withNames(dns('2001:db8::1'))],
    ['IP-LENGTH', withNames(subjectAltName(['dns', 'a.test'], ['ip', '10,0,0,1,255,0,0,0']))],
    ['EMPTY-SUBJECT', { subject: [] }],
    ['NO-EXTENDED-KEY-USAGE', { extensions: sound.filter((one) => one !== serverAuth) }],
    [
      'USAGES-DISAGREE',
      { extensions: [names, serverAuth, authorityKeyId(1), keyUsage('cRLSign')] },
    ],
    [
      'LEAF-SIGNS-CERTIFICATES',
      {
        extensions: [
          names,
          serverAuth,
          authorityKeyId(1),
          keyUsage('digitalSignature', 'keyCertSign'),
        ],
      },
    ],
    [
      'USAGE-NOT-FOR-KEY',
      {
        extensions: [
          names,
          serverAuth,
          authorityKeyId(1),
          keyUsage('digitalSignature', 'keyEncipherment'),
        ],
      },
    ],
    ['LEAF-IS-CA', { extensions: [...sound, basicConstraints(true)] }],
    ['LEAF-PATH-LENGTH', { extensions: [...sound, basicConstraints(false, 0)] }],
    [
      'LEAF-NAME-CONSTRAINTS',
      { extensions: [...sound, nameConstraints([generalName(['dns', 'a'])])] },
    ],
    ['NO-AUTHORITY-KEY-ID', { extensions: sound.slice(0, 3) }],
    [
      'KEY-ID-CRITICAL',
      { extensions: [...sound.slice(0, 3), { ...authorityKeyId(1), critical: true }] },
    ],
    ['DUPLICATE-EXTENSION', { extensions: [...sound, subjectKeyId(1), subjectKeyId(1)] }],
    ['WEAK-DIGEST', { algorithm: algorithm('1.2.840.10045.4.1') }],
    ['UNUSUAL-KEY', { spki: ecSpki('1.3.132.0.33', basePoint('P-224')) }],
    ['VALIDITY-ORDER', { notBefore: '460101000000Z' }],
    ['ALGORITHMS-DIFFER', { outerAlgorithm: algorithm('1.2.840.10045.4.3.3') }],
    ['SERIAL-NUMBER', { serial: Uint8Array.of(0) }],
    ['SERIAL-NUMBER', { serial: new Uint8Array(21).fill(1) }],
    ['NEGATIVE-SERIAL-NUMBER', { serialContent: Uint8Array.of(0xff) }],
    ['VERSION', { version: 2 }],
    ['TIME-FORM', { notAfter: '20450101000000Z' }],
  ])('finds %s', (code, spec) => {
    expect(server(spec)).toEqual([code]);
  });

  it('finds a key usage without bits, which allows nothing', () => {
    const extensions = [names, serverAuth, keyUsage(), authorityKeyId(1)];
    expect(server({ extensions })).toEqual(['USAGES-DISAGREE', 'NO-KEY-USAGE-BITS']);
  });

  it.each([
    [1024, 65_537, ['SMALL-RSA-KEY']],
    [2048, 3, ['RSA-EXPONENT']],
    [2048, 65_537, []],
  ])('of an RSA key of %i bits with exponent %i finds %j', (bits, exponent, codes) => {
    expect(server({ spki: rsaSpki(bits, exponent) })).toEqual(codes);
  });

  it('asks for no dNSName where a URI names the server', () => {
    const spiffe = subjectAltName(['uri', 'spiffe://cluster.local/ns/shop/sa/catalog']);
    expect(server({ subject: [], extensions: [spiffe, ...sound.slice(1)] })).toEqual([
      'EMPTY-SUBJECT',
    ]);
  });

  it('leaves a time from 2050 on alone', () => {
    expect(server({ notAfter: '20500101000000Z' })).toEqual([]);
  });

  it('names what it found, and the rule to look up', () => {
    const certificate = testCertificate(withNames(dns('*.test')));
    const [, bare] = lintServerCertificate(certificate);
    expect(bare).toEqual({
      code: 'LINT-BARE-WILDCARD',
      severity: 'warning',
      page: 'e_san_bare_wildcard',
      params: { found: '*.test' },
    });
  });
});

/** A permitted dNSName subtree with minimum 1. */
const withMinimum: TestExtension = {
  ...nameConstraints([]),
  value: encodeDer(
    0x30,
    encodeDer(
      0xa0,
      encodeDer(0x30, generalName(['dns', 'a.test']), encodeDer(0x80, Uint8Array.of(1))),
    ),
  ),
};

describe('lintAuthorityCertificate', () => {
  it('has nothing to say of a sound CA', () => {
    expect(authority(...soundCa)).toEqual([]);
  });

  it.each<[code: string, extensions: readonly TestExtension[]]>([
    [
      'CA-CONSTRAINTS-NOT-CRITICAL',
      [{ ...basicConstraints(true), critical: false }, ...soundCa.slice(1)],
    ],
    ['CA-WITHOUT-KEY-USAGE', [basicConstraints(true), subjectKeyId(1)]],
    ['CA-WITHOUT-CRL-SIGN', [basicConstraints(true), keyUsage('keyCertSign'), subjectKeyId(1)]],
    ['CA-WITHOUT-KEY-ID', soundCa.slice(0, 2)],
    [
      'NAME-CONSTRAINTS-NOT-CRITICAL',
      [...soundCa, { ...nameConstraints([generalName(['dns', 'a.test'])]), critical: false }],
    ],
    ['NAME-CONSTRAINTS-MINIMUM', [...soundCa, withMinimum]],
    ['IP-CONSTRAINTS', [...soundCa, nameConstraints([generalName(['ip', '10,0,0,0,255,0,0,0'])])]],
  ])('finds %s', (code, extensions) => {
    expect(authority(...extensions)).toEqual([code]);
  });
});

describe('lintClientCertificate', () => {
  const client = (spec: TestCertificate): readonly string[] =>
    lintClientCertificate(testCertificate(spec)).map(({ code }) => code.replace('LINT-', ''));

  it('has nothing to say of names, of version 1 and of a self-signed CA certificate', () => {
    expect(client({ version: 1, subject: 'gateway', issuer: 'gateway' })).toEqual([]);
    const extensions = [basicConstraints(true)];
    expect(client({ subject: 'gateway', issuer: 'gateway', extensions })).toEqual([]);
  });

  it.each<[code: string, spec: TestCertificate]>([
    ['SMALL-RSA-KEY', { spki: rsaSpki(1024, 65_537), extensions: sound }],
    ['WEAK-DIGEST', { algorithm: algorithm('1.2.840.10045.4.1'), extensions: sound }],
    ['LEAF-PATH-LENGTH', { extensions: [...sound, basicConstraints(false, 0)] }],
  ])('finds %s', (code, spec) => {
    expect(client(spec)).toEqual([code]);
  });
});

describe('lintCatalogue', () => {
  it('says where, what was found and what to do', () => {
    const wording = lintCatalogue['LINT-IP-AS-DNS'];
    const params = { where: 'Secret shop/catalog-tls', found: '10.0.0.1' };
    expect(wording.title(params)).toBe('Secret shop/catalog-tls has an IP address as dNSName');
    expect(wording.detail(params)).toMatch(/^10\.0\.0\.1: nginx compares it as text/);
    expect(wording.action(params)).toMatch(/^Issue it again with the address as iPAddress/);
  });
});
