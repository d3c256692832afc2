import { describe, expect, it } from 'vitest';
import {
  anyP256Key,
  basePoint,
  ecSpki,
  testCertificate,
  type TestCertificate,
} from '../../pki/certificate-builder.testing.ts';
import { distributionPoints } from '../../pki/crl-builder.testing.ts';
import { encodeDer, encodeOid } from '../../pki/der-write.ts';
import { extensionOids, keyPurposeOids } from '../../pki/extensions/extension-oids.ts';
import {
  basicConstraints,
  extendedKeyUsage,
  keyUsage,
} from '../../pki/extensions/extension-builder.testing.ts';
import { eventList, intermediate, leaf, root } from '../openssl/verify-openssl.testing.ts';
import { alertFromVerifyResult } from './alert-from-verify-result.ts';
import { boringsslError } from './boringssl-errors.ts';
import { boringsslFlags } from './certificate-flags.ts';
import { loadProblem } from './load-problem.ts';
import { verify } from './verify-boringssl.testing.ts';

const { serverAuth, clientAuth, any, msServerGatedCrypto } = keyPurposeOids;

describe('the extensions of a leaf', () => {
  it.each([
    ['serverAuth', [extendedKeyUsage(serverAuth)], '-'],
    ['clientAuth', [extendedKeyUsage(clientAuth)], '26@0'],
    ['anyExtendedKeyUsage', [extendedKeyUsage(any)], '26@0'],
    ['server gated crypto', [extendedKeyUsage(msServerGatedCrypto)], '26@0'],
    ['keyCertSign alone', [keyUsage('keyCertSign')], '26@0'],
    ['keyEncipherment', [keyUsage('keyEncipherment')], '-'],
    ['no key usage bit at all', [keyUsage()], '26@0'],
    ['critical distribution points', [{ ...distributionPoints(), critical: true }], '34@0'],
    [
      'a critical extension nobody knows',
      [{ oid: '1.2.3', critical: true, value: Uint8Array.of() }],
      '34@0',
    ],
  ])('%s', async (_what, extensions, expected) => {
    expect(eventList(await verify([leaf('root', { extensions })], [root()]))).toBe(expected);
  });

  it('needs clientAuth from a client', async () => {
    const end = leaf('root', { extensions: [extendedKeyUsage(serverAuth)] });
    expect(eventList(await verify([end], [root()], { purpose: 'client' }))).toBe('26@0');
  });
});

describe('what is asked of an intermediate', () => {
  const check = async (spec: TestCertificate, trusted = false) => {
    const middle = intermediate('middle', 'root', spec);
    const end = leaf('middle');
    const anchors = trusted ? [middle] : [root()];
    return eventList(await verify(trusted ? [end] : [end, middle], anchors));
  };
  const notCa = { extensions: [basicConstraints(false)] };
  it.each([
    ['the CA bit', notCa, '24@1,26@1'],
    ['basicConstraints', { extensions: [] }, '24@1,26@1'],
    [
      'the purpose too',
      { extensions: [basicConstraints(true), extendedKeyUsage(clientAuth)] },
      '26@1',
    ],
    ['a date that holds', { notAfter: '260101000000Z' }, '10@1'],
  ])('%s', async (_what, spec, expected) => expect(await check(spec)).toBe(expected));

  it('is not asked of an anchor, but for its dates', async () => {
    expect(await check(notCa, true)).toBe('-');
    expect(await check({ notAfter: '260101000000Z' }, true)).toBe('10@1');
  });

  it('is a path length that the peer’s certificates keep; an anchor’s does not count', async () => {
    const low = intermediate('low', 'high');
    const high = intermediate('high', 'root', { extensions: [basicConstraints(true, 0)] });
    const chain = [leaf('low'), low, high];
    expect(eventList(await verify(chain, [root()]))).toBe('25@2');
    expect(eventList(await verify(chain.slice(0, 2), [high]))).toBe('-');
  });

  it('is a key that can be decoded and signatures that fit it', async () => {
    const p192 = ecSpki('1.2.840.10045.3.1.1', basePoint('P-192'));
    expect(await check({ spki: p192 })).toBe('6@0');
    const ecdsaWithMd5 = encodeDer(0x30, encodeOid('1.2.840.113549.1.1.4'));
    const end = leaf('root', { algorithm: ecdsaWithMd5 });
    expect(eventList(await verify([end], [root()]))).toBe('7@0');
    const mixed = leaf('root', { outerAlgorithm: ecdsaWithMd5 });
    expect(eventList(await verify([mixed], [root()]))).toBe('7@0');
  });

  it('leaves a signature that nobody here can check open', async () => {
    const end = leaf('root');
    const checkSignature = () => Promise.resolve('unsupported' as const);
    const result = await verify([end], [root()], { checkSignature });
    expect([result.ok, result.events, result.unproven]).toEqual([false, [], [end]]);
  });

  it('does not mind dates when told so', async () => {
    const old = leaf('root', { notAfter: '260101000000Z' });
    expect(eventList(await verify([old], [root()], { ignoreTimes: true }))).toBe('-');
  });
});

describe('a certificate that BoringSSL calls broken', () => {
  const trailing = { ...keyUsage('keyCertSign'), value: Uint8Array.of(3, 2, 2, 4, 0) };
  const padded = { oid: extensionOids.keyUsage, value: Uint8Array.of(3, 2, 5, 0x81) };
  it.each([
    ['has octets behind an extension’s value', [trailing], true],
    ['has unused key usage bits that are set', [padded], true],
    ['has a path length without being a CA', [basicConstraints(false, 1)], true],
    ['has a negative path length', [basicConstraints(true, -1)], true],
    ['has an extension twice', [keyUsage('cRLSign'), keyUsage('cRLSign')], true],
    ['is not one with an empty key usage', [keyUsage()], false],
    ['is not one with an empty distribution point', [distributionPoints([])], false],
  ])('%s', (_what, extensions, expected) => {
    expect(boringsslFlags(testCertificate({ extensions })).invalid).toBe(expected);
  });
});

describe('a certificate that OpenSSL loads and BoringSSL does not', () => {
  it.each<[what: string, spec: TestCertificate, reason: string | null]>([
    ['an ordinary one', {}, null],
    ['version 1 without extensions', { version: 1 }, null],
    [
      'version 1 with extensions',
      { version: 1, extensions: [keyUsage()] },
      'it has extensions, which version 1 does not allow',
    ],
    ['version 4', { version: 4 }, 'its version is 4; 1, 2 and 3 exist'],
    ['an empty RDN', { subject: [[]] }, 'its subject has an empty part'],
    ['a UTCTime with an offset', { notAfter: '450101000000+0100' }, null],
    [
      'a GeneralizedTime with an offset',
      { notAfter: '20450101000000+0100' },
      'its notAfter `20450101000000+0100` is not a time',
    ],
    [
      'a time without seconds',
      { notAfter: '4501010000ZZZ' },
      'its notAfter `4501010000ZZZ` is not a time',
    ],
    [
      'padding in its key',
      { spki: paddedKey() },
      'its subjectPublicKey has unused bits that are set',
    ],
  ])('%s', (_what, spec, reason) => expect(loadProblem(testCertificate(spec))).toBe(reason));

  it('ends the handshake before there is an event', async () => {
    const end = leaf('root', { version: 4 });
    const result = await verify([end], [root()]);
    expect([result.ok, result.events, result.first]).toEqual([false, [], undefined]);
    expect(result.unloadable).toEqual([
      { certificate: end, reason: 'its version is 4; 1, 2 and 3 exist' },
    ]);
  });
});

/** A key whose BIT STRING says that one bit is unused, and sets it. */
function paddedKey(): Uint8Array {
  const key = new Uint8Array(anyP256Key);
  const bits = key.length - 66;
  key[bits] = 1;
  key[key.length - 1] = 0xff;
  return key;
}

describe('the words and alerts of BoringSSL', () => {
  it.each([
    [1, 'X509_V_ERR_UNSPECIFIED', 'unknown certificate verification error', 80],
    [7, 'X509_V_ERR_CERT_SIGNATURE_FAILURE', 'certificate signature failure', 51],
    [10, 'X509_V_ERR_CERT_HAS_EXPIRED', 'certificate has expired', 45],
    [
      13,
      'X509_V_ERR_ERROR_IN_CERT_NOT_BEFORE_FIELD',
      "format error in certificate's notBefore field",
      42,
    ],
    [18, 'X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT', 'self signed certificate', 48],
    [23, 'X509_V_ERR_CERT_REVOKED', 'certificate revoked', 44],
    [24, 'X509_V_ERR_INVALID_CA', 'invalid CA certificate', 48],
    [26, 'X509_V_ERR_INVALID_PURPOSE', 'unsupported certificate purpose', 43],
    [41, 'X509_V_ERR_INVALID_EXTENSION', 'invalid or inconsistent certificate extension', 46],
    [50, 'X509_V_ERR_APPLICATION_VERIFICATION', 'application verification failure', 40],
    [55, 'X509_V_ERR_55', 'unknown certificate verification error', 46],
    [
      67,
      'X509_V_ERR_NAME_CONSTRAINTS_WITHOUT_SANS',
      'Issuer has name constraints but leaf has no SANs',
      46,
    ],
    [79, 'X509_V_ERR_79', 'unknown certificate verification error', 46],
  ])('%i is %s', (code, name, text, alert) => {
    expect(boringsslError(code)).toEqual({ name, text });
    expect(alertFromVerifyResult(code).number).toBe(alert);
  });
});
