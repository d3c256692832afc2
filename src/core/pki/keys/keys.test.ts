import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPublicKey } from '../certificate-public-key.ts';
import { DerReader } from '../der/der-reader.ts';
import { makeLeaf, testCrypto } from '../issuing/chain.testing.ts';
import type { IssuedCertificate, KeyAlgorithm } from '../issuing/types.ts';
import { proveKey } from './prove-key.ts';
import { publicKeyBytes } from './public-key-bytes.ts';
import { publicKeyMatches } from './public-key-matches.ts';
import { readPrivateKey } from './read-private-key.ts';
import { signData } from './sign-data.ts';
import { verifyData } from './verify-data.ts';

const insecureCrypto = {
  getRandomValues: testCrypto.getRandomValues.bind(testCrypto),
} as unknown as Crypto;

const pem = (key: KeyObject, type: 'pkcs1' | 'pkcs8' | 'sec1'): string =>
  key.export({ type, format: 'pem' }).toString();

const ec = (namedCurve: string): KeyObject => generateKeyPairSync('ec', { namedCurve }).privateKey;
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

describe('readPrivateKey', () => {
  const rows: readonly (readonly [string, string, object])[] = [
    ['PKCS#8 RSA', pem(rsa, 'pkcs8'), { text: 'RSA 2048', bits: 2048, wrapping: 'pkcs8' }],
    ['PKCS#1', pem(rsa, 'pkcs1'), { text: 'RSA 2048', family: 'RSA', wrapping: 'pkcs1' }],
    ['SEC1', pem(ec('P-256'), 'sec1'), { text: 'EC P-256', curve: 'P-256', wrapping: 'sec1' }],
    ['PKCS#8 EC', pem(ec('P-521'), 'pkcs8'), { text: 'EC P-521', bits: 521 }],
    ['secp256k1', pem(ec('secp256k1'), 'sec1'), { text: 'EC secp256k1' }],
    ['Ed25519', pem(generateKeyPairSync('ed25519').privateKey, 'pkcs8'), { text: 'Ed25519' }],
    ['X25519', pem(generateKeyPairSync('x25519').privateKey, 'pkcs8'), { family: 'other' }],
  ];
  it.each(rows)('reads %s', (_, text, expected) => {
    expect(readPrivateKey(text)).toMatchObject({ state: 'plain', key: expected });
  });

  it('finds the key behind certificates and curve parameters', () => {
    const text = `-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n${pem(ec('P-256'), 'sec1')}`;
    expect(readPrivateKey(text)).toMatchObject({ state: 'plain', key: { text: 'EC P-256' } });
  });

  it('makes PKCS#8 that Node reads from PKCS#1 and SEC1', () => {
    for (const text of [pem(rsa, 'pkcs1'), pem(ec('P-384'), 'sec1')]) {
      const reading = readPrivateKey(text);
      const der = reading.state === 'plain' ? reading.key.pkcs8 : new Uint8Array();
      const native = createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
      expect(native.equals(createPrivateKey(text))).toBe(true);
    }
  });

  it('recognises both kinds of encryption without a password', () => {
    const lock = { cipher: 'aes-256-cbc', passphrase: 'x', format: 'pem' } as const;
    const pkcs8 = rsa.export({ ...lock, type: 'pkcs8' }).toString();
    const legacy = rsa.export({ ...lock, type: 'pkcs1' }).toString();
    expect(readPrivateKey(pkcs8)).toMatchObject({ state: 'encrypted', form: 'pkcs8' });
    expect(readPrivateKey(legacy)).toMatchObject({
      state: 'encrypted',
      form: 'dek-info',
      detail: expect.stringMatching(/^DEK-Info: AES-256-CBC,/) as string,
    });
  });

  it('says what it cannot read', () => {
    const damaged = pem(rsa, 'pkcs8').replaceAll(/[A-Za-z]{4}\n/g, '!\n');
    expect(readPrivateKey(damaged)).toMatchObject({ state: 'unreadable' });
    expect(readPrivateKey('apiVersion: v1')).toEqual({ state: 'none' });
    expect(readPrivateKey(Uint8Array.of(0x30, 0x03, 0x02, 0x01, 0x00))).toEqual({
      state: 'unreadable',
      problem: 'it is neither PKCS#8, PKCS#1 nor SEC1',
    });
  });

  it('never throws on damaged keys', () => {
    const der = new Uint8Array(ec('P-256').export({ type: 'pkcs8', format: 'der' }));
    const at = fc.nat({ max: der.length - 1 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(at, fc.nat(255)), { minLength: 1, maxLength: 4 }),
        (changes) => {
          const changed = new Uint8Array(der);
          for (const [index, octet] of changes) changed[index] = octet;
          const reading = readPrivateKey(changed);
          if (reading.state === 'plain') publicKeyBytes(reading.key);
          expect(['plain', 'unreadable', 'encrypted']).toContain(reading.state);
        },
      ),
    );
  });
});

describe('proveKey', () => {
  const kinds: readonly KeyAlgorithm[] = [
    'EC P-256',
    'EC P-384',
    'EC P-521',
    'RSA 2048',
    'Ed25519',
  ];
  const issued = new Map<KeyAlgorithm, readonly [IssuedCertificate, IssuedCertificate]>();
  beforeAll(async () => {
    for (const keyAlgorithm of kinds) {
      const one = await makeLeaf('one', undefined, { keyAlgorithm });
      issued.set(keyAlgorithm, [one, await makeLeaf('two', undefined, { keyAlgorithm })]);
    }
  });

  describe.each([
    ['with Web Crypto', testCrypto],
    ['without Web Crypto', insecureCrypto],
  ])('%s', (_, crypto) => {
    it.each(kinds)('proves the right %s key and refuses another one', async (kind) => {
      const [one, two] = issued.get(kind) ?? [];
      if (one === undefined || two === undefined) throw new Error('not issued');
      expect(await proveKey(one.certificate, one.keyPem, crypto)).toBe('proven');
      expect(await proveKey(one.certificate, two.keyPem, crypto)).toBe('mismatch');
    });
  });

  it.each(kinds)('agrees with the comparison of public halves for %s', (kind) => {
    const [one, two] = issued.get(kind) ?? [];
    const key = one === undefined ? undefined : readPrivateKey(one.keyPem);
    if (key?.state !== 'plain' || two === undefined || one === undefined) throw new Error('no key');
    expect(publicKeyMatches(one.certificate.publicKey, key.key)).toBe(true);
    expect(publicKeyMatches(two.certificate.publicKey, key.key)).toBe(false);
  });

  it('tells kinds apart, and locked and missing keys', async () => {
    const { certificate, keyPem } = await makeLeaf('one');
    expect(await proveKey(certificate, pem(rsa, 'pkcs8'), testCrypto)).toBe('mismatch');
    expect(await proveKey(certificate, 'nothing', testCrypto)).toBe('unreadable');
    const locked = createPrivateKey(keyPem).export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-128-cbc',
      passphrase: 'x',
    });
    expect(await proveKey(certificate, locked.toString(), testCrypto)).toBe('locked');
  });

  it('proves PKCS#1 and SEC1 keys as they stand', async () => {
    const { certificate, keyPem } = await makeLeaf('one', undefined, { keyAlgorithm: 'RSA 2048' });
    expect(await proveKey(certificate, pem(createPrivateKey(keyPem), 'pkcs1'), testCrypto)).toBe(
      'proven',
    );
    const small = await makeLeaf('two');
    const sec1 = pem(createPrivateKey(small.keyPem), 'sec1');
    expect(await proveKey(small.certificate, sec1, testCrypto)).toBe('proven');
  });
});

describe('signData and verifyData', () => {
  it.each(['secp256k1', 'brainpoolP256r1', 'brainpoolP384r1', 'brainpoolP512r1'])(
    'sign and verify with %s, which Web Crypto lacks',
    async (curve) => {
      const key = ec(curve);
      const reading = readPrivateKey(pem(key, 'pkcs8'));
      const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
      const publicKey = readPublicKey(DerReader.over(new Uint8Array(spki)));
      if (reading.state !== 'plain' || publicKey === null) throw new Error('no key');
      const data = Uint8Array.of(1, 2, 3);
      const signature = (await signData(reading.key, data, testCrypto)) ?? data;
      expect(await verifyData(publicKey, data, signature, testCrypto)).toBe(true);
      expect(await verifyData(publicKey, data.subarray(1), signature, testCrypto)).toBe(false);
      expect(publicKeyMatches(publicKey, reading.key)).toBe(true);
    },
  );

  it('give up on curves that nothing here knows', async () => {
    const reading = readPrivateKey(pem(ec('P-224'), 'pkcs8'));
    if (reading.state !== 'plain') throw new Error('no key');
    expect(await signData(reading.key, new Uint8Array(), testCrypto)).toBeNull();
    expect(publicKeyBytes(reading.key)).toBeNull();
  });
});
