import { describe, expect, it } from 'vitest';
import { basePoint, ecSpki, testCertificate } from '../../pki/certificate-builder.testing.ts';
import { curveByName } from '../../pki/certificate-curves.ts';
import { encodeDer, encodeOid, encodeUnsigned } from '../../pki/der-write.ts';
import {
  basicConstraints,
  extendedKeyUsage,
  keyUsage,
  subjectAltName,
} from '../../pki/extensions/extension-builder.testing.ts';
import { keyPurposeOids } from '../../pki/extensions/extension-oids.ts';
import type { VerifyRequest } from '../types.ts';
import { eventList, intermediate, leaf, root, verify } from './verify-openssl.testing.ts';

const ca = root();
const { any, clientAuth, serverAuth, msServerGatedCrypto } = keyPurposeOids;
const certSign = keyUsage('keyCertSign');
const unknownCritical = { oid: '1.2.3.4', critical: true, value: Uint8Array.of(5, 0) };
const nsCertType = (bits: number) => ({
  oid: '2.16.840.1.113730.1.1',
  value: encodeDer(0x03, Uint8Array.of(0, bits)),
});

describe('what a leaf may be used for', () => {
  it.each([
    ['no extensions', [], '-', '-'],
    ['serverAuth', [extendedKeyUsage(serverAuth)], '-', '26@0'],
    ['clientAuth', [extendedKeyUsage(clientAuth)], '26@0', '-'],
    ['both', [extendedKeyUsage(serverAuth, clientAuth)], '-', '-'],
    ['any, which is no wildcard', [extendedKeyUsage(any)], '26@0', '26@0'],
    ['server gated crypto', [extendedKeyUsage(msServerGatedCrypto)], '-', '26@0'],
    ['an empty list', [extendedKeyUsage()], '26@0', '26@0'],
    ['digitalSignature', [keyUsage('digitalSignature')], '-', '-'],
    ['keyEncipherment', [keyUsage('keyEncipherment')], '-', '26@0'],
    ['keyAgreement', [keyUsage('keyAgreement')], '-', '-'],
    ['dataEncipherment', [keyUsage('dataEncipherment')], '26@0', '26@0'],
    ['nsCertType server', [nsCertType(0x40)], '-', '26@0'],
    ['nsCertType client', [nsCertType(0x80)], '26@0', '-'],
    ['CA:TRUE', [basicConstraints(true)], '-', '-'],
  ])('%s', async (_, extensions, asServer, asClient) => {
    const chain = [leaf('root', { extensions })];
    expect(eventList(await verify(chain, [ca], { purpose: 'server' }))).toBe(asServer);
    expect(eventList(await verify(chain, [ca], { purpose: 'client' }))).toBe(asClient);
  });
});

describe('what an issuer needs', () => {
  it.each([
    ['basicConstraints and keyCertSign', [basicConstraints(true), certSign], '-'],
    ['basicConstraints alone', [basicConstraints(true)], '-'],
    ['CA:FALSE', [basicConstraints(false)], '79@1,26@1'],
    ['no extensions', [], '79@1,26@1'],
    [
      'keyUsage without keyCertSign',
      [basicConstraints(true), keyUsage('cRLSign')],
      '79@1,26@1,32@1',
    ],
    ['keyCertSign without basicConstraints', [certSign], '79@1'],
    ['nsCertType SSL CA', [nsCertType(0x04)], '79@1'],
    ['nsCertType of another CA', [nsCertType(0x01)], '79@1,26@1'],
    ['clientAuth', [basicConstraints(true), extendedKeyUsage(clientAuth)], '26@1'],
    ['any purpose', [basicConstraints(true), extendedKeyUsage(any)], '26@1'],
    ['an unknown critical extension', [basicConstraints(true), unknownCritical], '34@1'],
  ])('an intermediate with %s', async (_, extensions, expected) => {
    const int = intermediate('int', 'root', { extensions });
    expect(eventList(await verify([leaf('int'), int], [ca]))).toBe(expected);
  });

  it.each([
    ['keyCertSign without basicConstraints', { extensions: [certSign] }, '-'],
    ['version 1', { extensions: [], version: 1 }, '-'],
    ['nsCertType SSL CA', { extensions: [nsCertType(0x04)] }, '-'],
    ['version 3 and no extensions', { extensions: [] }, '79@1,26@1'],
    ['any purpose', { extensions: [basicConstraints(true), extendedKeyUsage(any)] }, '26@1'],
  ])('an anchor with %s', async (_, spec, expected) => {
    expect(eventList(await verify([leaf('root')], [root('root', spec)]))).toBe(expected);
  });

  it('lets go of every CA rule for a self-signed leaf that is trusted itself', async () => {
    const self = root('self', {
      extensions: [basicConstraints(false), keyUsage('digitalSignature')],
    });
    expect(eventList(await verify([self], [self]))).toBe('-');
  });
});

describe('critical extensions', () => {
  it.each([
    ['1.2.3.4', '34@0'],
    ['2.5.29.14', '34@0'],
    ['2.5.29.35', '34@0'],
    ['1.3.6.1.5.5.7.1.1', '34@0'],
    ['2.5.29.32', '-'],
    ['2.5.29.36', '-'],
    ['1.3.6.1.5.5.7.48.1.5', '-'],
  ])('%s gives %s', async (oid, expected) => {
    const value = oid === '2.5.29.14' ? Uint8Array.of(4, 1, 1) : Uint8Array.of(0x30, 0);
    const extensions = [{ oid, critical: true, value }];
    expect(eventList(await verify([leaf('root', { extensions })], [ca]))).toBe(expected);
  });
});

describe('path length', () => {
  const limited = (limit: number, name = 'root', issuer = 'root') =>
    testCertificate({
      subject: name,
      issuer,
      extensions: [basicConstraints(true, limit), certSign],
    });

  it.each([
    [0, '25@2'],
    [1, '-'],
  ])('a root of %i over one intermediate: %s', async (limit, expected) => {
    const chain = [leaf('int'), intermediate('int', 'root')];
    expect(eventList(await verify(chain, [limited(limit)]))).toBe(expected);
  });

  it('does not count self-issued intermediates', async () => {
    const again = intermediate('root', 'root', {
      serial: Uint8Array.of(5),
      extensions: [basicConstraints(true)],
    });
    const chain = [leaf('root'), again];
    expect((await verify(chain, [limited(0)])).events.map(({ code }) => code)).not.toContain(25);
  });

  it('is looked at from depth 2 only', async () => {
    expect(eventList(await verify([leaf('root')], [limited(0)]))).toBe('-');
  });
});

describe('strength at security level 2', () => {
  const weakKey = { spki: rsaSpki(1962) };
  const sha1 = encodeDer(0x30, encodeOid('1.2.840.10045.4.1'));

  it.each<[string, Partial<VerifyRequest>, string]>([
    ['level 2', { securityLevel: 2 }, '66@0'],
    ['level 1', { securityLevel: 1 }, '-'],
    ['level 0', { securityLevel: 0 }, '-'],
  ])('a leaf of RSA 1962 at %s', async (_, options, expected) => {
    expect(eventList(await verify([leaf('root', weakKey)], [ca], options))).toBe(expected);
  });

  it('a leaf of RSA 1963 is strong enough', async () => {
    expect(eventList(await verify([leaf('root', { spki: rsaSpki(1963) })], [ca]))).toBe('-');
  });

  it('a SHA-1 signature is weak, except the topmost', async () => {
    expect(eventList(await verify([leaf('root', { algorithm: sha1 })], [ca]))).toBe('68@0');
    expect(eventList(await verify([leaf('root')], [root('root', { algorithm: sha1 })]))).toBe('-');
  });

  it('the algorithm outside the TBS decides', async () => {
    const server = leaf('root', { outerAlgorithm: sha1 });
    expect(eventList(await verify([server], [ca]))).toBe('68@0,7@0');
  });

  it('a weak leaf key hides why the chain did not end, and is reported in its place', async () => {
    expect(eventList(await verify([leaf('int', weakKey)], [ca]))).toBe('66@0,66@0,21@0');
    const chain = [leaf('int', weakKey), intermediate('int', 'root')];
    expect(eventList(await verify(chain, [ca], { depth: 0 }))).toBe('66@0,66@1');
  });

  it('a weak CA key is weak', async () => {
    const weak = root('root', { spki: ecSpki('1.2.840.10045.3.1.1', basePoint('P-192')) });
    expect(eventList(await verify([leaf('root')], [weak]))).toBe('67@1');
  });
});

describe('keys', () => {
  it('with explicit parameters are refused in chains, not alone', async () => {
    const spki = explicitP256();
    const self = root('self', { spki, extensions: [] });
    expect(self.publicKey.curve).toBe('explicit');
    expect(eventList(await verify([leaf('root', { spki })], [ca]))).toBe('94@0');
    expect(eventList(await verify([self], [self]))).toBe('-');
  });

  it('of a leaf that cannot be read end the verification', async () => {
    const spki = encodeDer(
      0x30,
      encodeDer(0x30, encodeOid('1.2.3')),
      encodeDer(0x03, Uint8Array.of(0)),
    );
    const result = await verify([leaf('root', { spki })], [ca], { securityLevel: 0 });
    expect(result.fatal?.code).toBe(1);
    expect(result.ok).toBe(false);
  });
});

describe('signatures and dates, from the top down', () => {
  const int = intermediate('int', 'root');

  it('takes the anchor’s own dates seriously, not its signature', async () => {
    const expired = root('root', { notAfter: '260101000000Z' });
    expect(eventList(await verify([leaf('root')], [expired]))).toBe('10@1');
  });

  it.each([
    ['notBefore equal to the time', { notBefore: '261120150000Z' }, '-'],
    ['notBefore a second later', { notBefore: '261120150001Z' }, '9@0'],
    ['notAfter equal to the time', { notAfter: '261120150000Z' }, '10@0'],
    ['notAfter a second later', { notAfter: '261120150001Z' }, '-'],
    ['notBefore that is no time', { notBefore: '261320150000Z' }, '13@0'],
    ['notAfter that is no time', { notAfter: '20261120150000+0100' }, '14@0'],
  ])('%s', async (_, spec, expected) => {
    expect(eventList(await verify([leaf('root', spec)], [ca]))).toBe(expected);
  });

  it('reports a wrong signature at the subject', async () => {
    const checkSignature = (subject: unknown) =>
      Promise.resolve(subject === int ? ('invalid' as const) : ('valid' as const));
    expect(eventList(await verify([leaf('int'), int], [ca], { checkSignature }))).toBe('7@1');
  });

  it('reports a difference between the two algorithm fields as a wrong signature', async () => {
    const outerAlgorithm = encodeDer(0x30, encodeOid('1.2.840.10045.4.3.3'));
    expect(eventList(await verify([leaf('root', { outerAlgorithm })], [ca]))).toBe('7@0');
  });

  it('is not sure without an event when a signature cannot be checked', async () => {
    const server = leaf('root');
    const checkSignature = () => Promise.resolve('unsupported' as const);
    const result = await verify([server], [ca], { checkSignature });
    expect(result.events).toEqual([]);
    expect(result.ok).toBe(false);
    expect(result.unproven).toEqual([server]);
  });

  it('passes over a top that is not self-issued, dates included', async () => {
    const stale = intermediate('int', 'root', { notAfter: '260101000000Z' });
    expect(eventList(await verify([leaf('int'), stale], []))).toBe('20@1');
  });
});

describe('proxy certificates (RFC 3820)', () => {
  const proxyInfo = {
    oid: '1.3.6.1.5.5.7.1.14',
    critical: true,
    value: encodeDer(0x30, encodeDer(0x30, encodeOid('1.3.6.1.5.5.7.21.1'))),
  };

  it('are not allowed', async () => {
    const user = leaf('root', {
      subject: [['CN', 'user']],
      extensions: [keyUsage('digitalSignature')],
    });
    const proxy = testCertificate({
      subject: [
        ['CN', 'user'],
        ['CN', 'proxy'],
      ],
      issuer: [['CN', 'user']],
      extensions: [proxyInfo],
    });
    expect(eventList(await verify([proxy, user], [ca]))).toBe('40@0');
  });

  it('must be named after their issuer', async () => {
    const user = leaf('root', { subject: [['CN', 'user']] });
    const proxy = testCertificate({ subject: 'other', issuer: 'user', extensions: [proxyInfo] });
    expect(eventList(await verify([proxy, user], [ca]))).toBe('40@0,72@0');
  });
});

describe('X509_STRICT', () => {
  it.each([
    ['a CA without keyUsage', [basicConstraints(true)], '92@1,86@1,85@0'],
    [
      'CA constraints that are not critical',
      [{ ...basicConstraints(true), critical: false }, certSign],
      '89@1,86@1,85@0',
    ],
  ])('minds %s', async (_, extensions, expected) => {
    const result = await verify(
      [leaf('root', { extensions: [subjectAltName(['dns', 'a'])] })],
      [root('root', { extensions })],
      { strict: true },
    );
    expect(new Set(eventList(result).split(','))).toEqual(new Set(expected.split(',')));
  });
});

function rsaSpki(bits: number): Uint8Array {
  const modulus = new Uint8Array(Math.ceil(bits / 8)).fill(0xff);
  modulus[0] = 0xff >> (modulus.length * 8 - bits);
  const key = encodeDer(0x30, encodeUnsigned(modulus), encodeUnsigned(Uint8Array.of(1, 0, 1)));
  const algorithm = encodeDer(0x30, encodeOid('1.2.840.113549.1.1.1'), encodeDer(0x05));
  return encodeDer(0x30, algorithm, encodeDer(0x03, Uint8Array.of(0), key));
}

function explicitP256(): Uint8Array {
  const curve = curveByName('P-256');
  if (!curve) throw new Error('no P-256');
  const octets = (value: bigint) =>
    Uint8Array.from(Buffer.from(value.toString(16).padStart(64, '0'), 'hex'));
  const parameters = encodeDer(
    0x30,
    encodeDer(0x02, Uint8Array.of(1)),
    encodeDer(0x30, encodeOid('1.2.840.10045.1.1'), encodeUnsigned(octets(curve.p))),
    encodeDer(0x30, encodeDer(0x04, octets(curve.a)), encodeDer(0x04, octets(curve.b))),
    encodeDer(0x04, basePoint('P-256')),
    encodeUnsigned(octets(curve.n)),
  );
  const algorithm = encodeDer(0x30, encodeOid('1.2.840.10045.2.1'), parameters);
  return encodeDer(0x30, algorithm, encodeDer(0x03, Uint8Array.of(0), basePoint('P-256')));
}
