import { describe, expect, it } from 'vitest';
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { buildCertificate, testCertificate } from '../../../pki/certificate-builder.testing.ts';
import type { TestCertificate } from '../../../pki/certificate-builder.testing.ts';
import { decodeCertificate } from '../../../pki/certificate.ts';
import { encodeDer, encodeOid } from '../../../pki/der-write.ts';
import { extensionOids } from '../../../pki/extensions/extension-oids.ts';
import { basicConstraints } from '../../../pki/extensions/extension-builder.testing.ts';
import type { Certificate } from '../../../pki/types.ts';
import { leaf, root } from '../../openssl/verify-openssl.testing.ts';
import { verify } from '../verify-boringssl.testing.ts';
import { extensionEntries } from './extension-entries.ts';
import { signatureEntries } from './signature-entries.ts';

/** `RSA_routines:BAD_SIGNATURE` and so on: what Envoy 1.40 printed for the same octets. */
function short(entries: readonly string[]): string {
  return entries
    .map((entry) => entry.replace(/^\d+:/, '').replace('OPENSSL_internal:', ''))
    .join(' | ');
}

const asn1 = (reason: string): string => `ASN.1 encoding routines:${reason}`;
const [decode, nested] = [asn1('DECODE_ERROR'), asn1('NESTED_ASN1_ERROR')];
const trailing = 'X509 V3 routines:TRAILING_DATA_IN_EXTENSION';
const none = '';

describe('an extension that BoringSSL cannot read', () => {
  it.each<[keyof typeof extensionOids, hex: string, entries: string]>([
    ['basicConstraints', '', decode],
    ['basicConstraints', '3000', none],
    ['basicConstraints', '300004', trailing],
    ['basicConstraints', '30020400', asn1('SEQUENCE_LENGTH_MISMATCH')],
    ['basicConstraints', '30070101ff02020001', asn1('INVALID_INTEGER')],
    ['keyUsage', '03020107', asn1('INVALID_BIT_STRING_PADDING')],
    ['keyUsage', '030107', asn1('INVALID_BIT_STRING_PADDING')],
    ['keyUsage', '0300', asn1('STRING_TOO_SHORT')],
    ['keyUsage', '03020901', asn1('INVALID_BIT_STRING_BITS_LEFT')],
    ['keyUsage', '0302010600', trailing],
    ['extendedKeyUsage', '30020400', `${decode} | ${nested}`],
    ['extendedKeyUsage', '30020600', `${asn1('INVALID_OBJECT_ENCODING')} | ${nested}`],
    ['subjectKeyId', '0500', decode],
    ['authorityKeyId', '3003820101', none],
    ['authorityKeyId', '3005a103040101', `${asn1('NO_MATCHING_CHOICE_TYPE')} | ${nested}`],
    ['subjectAltName', '3004a0020500', `${decode} | ${nested} | ${nested}`],
    ['subjectAltName', '300388018000', bad('INVALID_OBJECT_ENCODING')],
    ['nameConstraints', '3004a0023000', `${asn1('NO_MATCHING_CHOICE_TYPE')} | ${nested}`],
    ['crlDistributionPoints', '30023000', none],
    ['policyConstraints', '3003020100', asn1('SEQUENCE_LENGTH_MISMATCH')],
    ['inhibitAnyPolicy', '3000', decode],
  ])('%s %s: %s', (name, hex, entries) => {
    const extension = { oid: extensionOids[name], value: Uint8Array.from(Buffer.from(hex, 'hex')) };
    const certificate = testCertificate({ extensions: [extension] });
    expect(short(extensionEntries(certificate, extension.oid))).toBe(entries);
    const twice = testCertificate({ extensions: [extension, extension] });
    expect(extensionEntries(twice, extension.oid)).toEqual([]);
  });
});

/** An element of a choice in a list. */
function bad(reason: string): string {
  return `${asn1(reason)} | ${nested} | ${nested}`;
}

describe('a signature that does not hold', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const shorter = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = (oid: string, ...parameters: Uint8Array[]): Uint8Array =>
    encodeDer(0x30, encodeOid(oid), ...parameters);
  const nothing = encodeDer(5);
  const sha256 = algorithm('1.2.840.113549.1.1.11', nothing);
  const ecdsa = algorithm('1.2.840.10045.4.3.2');
  const pss = '1.2.840.113549.1.1.10';
  const by = (key: KeyObject) => (tbs: Uint8Array) => Uint8Array.from(sign('sha256', tbs, key));
  const issuerOf = (key: KeyObject): Certificate =>
    testCertificate({ spki: Uint8Array.from(key.export({ type: 'spki', format: 'der' })) });
  const evp = 'X.509 certificate routines:public key routines';
  const wrong = `ECDSA routines:BAD_SIGNATURE`;
  const padding = 'RSA routines:BLOCK_TYPE_IS_NOT_01 | RSA routines:PADDING_CHECK_FAILED';

  it.each<[what: string, key: KeyObject, spec: TestCertificate, entries: string]>([
    [
      'another key',
      rsa.publicKey,
      // Below every modulus of that length, as not every signature of another key is.
      { algorithm: sha256, sign: () => new Uint8Array(256).fill(0x55) },
      `${padding} | ${evp}`,
    ],
    [
      'other contents',
      rsa.publicKey,
      { algorithm: sha256, sign: (tbs) => by(rsa.privateKey)(tbs.subarray(1)) },
      `RSA routines:BAD_SIGNATURE | ${evp}`,
    ],
    [
      'a shorter key',
      rsa.publicKey,
      { algorithm: sha256, sign: by(shorter.privateKey) },
      `RSA routines:DATA_LEN_NOT_EQUAL_TO_MOD_LEN | ${evp}`,
    ],
    [
      'a number too large',
      rsa.publicKey,
      { algorithm: sha256, sign: () => new Uint8Array(256).fill(255) },
      `RSA routines:DATA_TOO_LARGE_FOR_MODULUS | ${evp}`,
    ],
    [
      'another EC key',
      ec.publicKey,
      {
        algorithm: ecdsa,
        sign: () => encodeDer(0x30, encodeDer(2, Uint8Array.of(1)), encodeDer(2, Uint8Array.of(1))),
      },
      `${wrong} | ${evp}`,
    ],
    ['no ECDSA value', ec.publicKey, { algorithm: ecdsa }, `${wrong} | ${wrong} | ${evp}`],
    [
      'MD5',
      rsa.publicKey,
      { algorithm: algorithm('1.2.840.113549.1.1.4', nothing) },
      asn1('DIGEST_AND_KEY_TYPE_NOT_SUPPORTED'),
    ],
    [
      'the old sha1WithRSA',
      rsa.publicKey,
      { algorithm: algorithm('1.3.14.3.2.29', nothing) },
      asn1('UNKNOWN_SIGNATURE_ALGORITHM'),
    ],
    [
      'an EC algorithm for an RSA key',
      rsa.publicKey,
      { algorithm: ecdsa },
      asn1('WRONG_PUBLIC_KEY_TYPE'),
    ],
    [
      'parameters that do not belong there',
      ec.publicKey,
      { algorithm: algorithm('1.2.840.10045.4.3.2', encodeDer(4)) },
      'X.509 certificate routines:INVALID_PARAMETER',
    ],
    [
      'PSS without parameters',
      rsa.publicKey,
      { algorithm: algorithm(pss) },
      'X.509 certificate routines:INVALID_PSS_PARAMETERS',
    ],
    [
      'PSS with SHA-1',
      rsa.publicKey,
      { algorithm: algorithm(pss, encodeDer(0x30)) },
      'RSA routines:BAD_ENCODING | X.509 certificate routines:INVALID_PSS_PARAMETERS',
    ],
    [
      'two algorithms',
      ec.publicKey,
      { outerAlgorithm: sha256 },
      'X.509 certificate routines:SIGNATURE_ALGORITHM_MISMATCH',
    ],
  ])('%s', (_what, key, spec, entries) => {
    const decoded = decodeCertificate(buildCertificate(spec));
    if (!decoded.ok) throw new Error(decoded.problem);
    expect(short(signatureEntries(decoded.certificate, issuerOf(key)))).toBe(entries);
  });
});

describe('the queue of a verification', () => {
  const broken = { oid: extensionOids.subjectAltName, value: encodeDer(4) };
  const spec = { extensions: [basicConstraints(true), broken] };

  it('holds an entry for each certificate with a broken extension that was looked at', async () => {
    const { queue, first } = await verify([leaf('root'), root('root', spec)], [root('root', spec)]);
    expect(first?.code).toBe(20);
    expect(queue?.map((entry) => short([entry]))).toEqual([decode, decode]);
  });

  it('is absent when nothing went wrong on the way', async () => {
    expect(await verify([leaf('root')], [root('root')])).not.toHaveProperty('queue');
  });

  it.each<[what: string, spec: TestCertificate, entries: string]>([
    ['version 4', { version: 4 }, 'X.509 certificate routines:INVALID_VERSION'],
    ['extensions in version 1', { version: 1, ...spec }, decode],
    ['a date that is none', { notBefore: '261320150000Z' }, `${decode} | ${decode}`],
  ])('tells why a certificate does not load: %s', async (_what, unloadable, entries) => {
    const { queue = [] } = await verify([leaf('root'), leaf('root', unloadable)], [root('root')]);
    expect(short(queue)).toBe(entries);
  });

  it('ends with the first error', async () => {
    const checkSignature = () => Promise.resolve('invalid' as const);
    const late = await verify([leaf('root')], [root('root')], { checkSignature, at: 0 });
    expect(late.events.map(({ code }) => code)).toEqual([9, 7, 9]);
    expect(late).not.toHaveProperty('queue');
    const { queue = [] } = await verify([leaf('root')], [root('root')], { checkSignature });
    expect(short(queue)).toMatch(/^ECDSA routines:BAD_SIGNATURE/);
  });
});
