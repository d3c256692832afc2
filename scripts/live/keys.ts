import { constants, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { encodeDer, encodeOid } from '../../src/core/pki/der-write.ts';
import type { Random } from '../../src/core/pki/random.testing.ts';

export type LiveKeyKind = 'EC' | 'RSA' | 'RSA-PSS' | 'Ed25519' | 'Ed448' | 'DSA';

/** A key pair to certify and to sign with. */
export interface LiveKey {
  readonly name: string;
  readonly kind: LiveKeyKind;
  readonly key: KeyObject;
  /** SubjectPublicKeyInfo. */
  readonly spki: Uint8Array;
  /** Key identifier for extensions; any octets do. */
  readonly id: readonly number[];
}

/** The keys of a run. `usual` are what gateways use; `rare` are weak, exotic or broken. */
export interface LiveKeys {
  readonly usual: readonly LiveKey[];
  readonly rare: readonly LiveKey[];
}

/** Makes every kind of key that Node.js can make; takes a second. */
export function createKeys(): LiveKeys {
  let count = 0;
  const live = (name: string, kind: LiveKeyKind, key: KeyObject): LiveKey => ({
    name,
    kind,
    key,
    spki: Uint8Array.from(createPublicKey(key).export({ type: 'spki', format: 'der' })),
    id: [++count, 7],
  });
  const ec = (namedCurve: string): LiveKey =>
    live(namedCurve, 'EC', generateKeyPairSync('ec', { namedCurve }).privateKey);
  const rsa = (modulusLength: number): LiveKey =>
    live(`RSA ${modulusLength}`, 'RSA', generateKeyPairSync('rsa', { modulusLength }).privateKey);
  const explicit = { namedCurve: 'prime256v1', paramEncoding: 'explicit' } as const;
  return {
    usual: [ec('prime256v1'), ec('prime256v1'), ec('prime256v1'), rsa(2048), ec('secp384r1')],
    rare: [
      ...['secp521r1', 'secp224r1', 'prime192v1', 'secp256k1', 'brainpoolP256r1'].map(ec),
      ...[1024, 1963, 3072].map(rsa),
      live('explicit P-256', 'EC', generateKeyPairSync('ec', explicit).privateKey),
      live(
        'RSA-PSS',
        'RSA-PSS',
        generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).privateKey,
      ),
      live('Ed25519', 'Ed25519', generateKeyPairSync('ed25519').privateKey),
      live('Ed448', 'Ed448', generateKeyPairSync('ed448').privateKey),
      live(
        'DSA',
        'DSA',
        generateKeyPairSync('dsa', { modulusLength: 2048, divisorLength: 256 }).privateKey,
      ),
    ],
  };
}

/** An AlgorithmIdentifier and the signing that goes with it. */
export interface Signer {
  readonly algorithm: Uint8Array;
  readonly sign: (message: Uint8Array) => Uint8Array;
}

const nullParameters = encodeDer(5);

function identifier(oid: string, ...parameters: readonly Uint8Array[]): Uint8Array {
  return encodeDer(0x30, encodeOid(oid), ...parameters);
}

const digestOids = {
  sha1: '1.3.14.3.2.26',
  sha224: '2.16.840.1.101.3.4.2.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
} as const;

const digestLengths = { sha1: 20, sha224: 28, sha256: 32, sha384: 48, sha512: 64 };

type Digest = keyof typeof digestOids;

const ecdsaOids: Record<Digest, string> = {
  sha1: '1.2.840.10045.4.1',
  sha224: '1.2.840.10045.4.3.1',
  sha256: '1.2.840.10045.4.3.2',
  sha384: '1.2.840.10045.4.3.3',
  sha512: '1.2.840.10045.4.3.4',
};

const rsaOids: Record<Digest | 'md5', string> = {
  md5: '1.2.840.113549.1.1.4',
  sha1: '1.2.840.113549.1.1.5',
  sha224: '1.2.840.113549.1.1.14',
  sha256: '1.2.840.113549.1.1.11',
  sha384: '1.2.840.113549.1.1.12',
  sha512: '1.2.840.113549.1.1.13',
};

function pss(digest: Digest, saltLength: number, key: KeyObject): Signer {
  const hash = identifier(digestOids[digest], nullParameters);
  const parameters = encodeDer(
    0x30,
    encodeDer(0xa0, hash),
    encodeDer(0xa1, identifier('1.2.840.113549.1.1.8', hash)),
    encodeDer(0xa2, encodeDer(2, Uint8Array.of(saltLength))),
  );
  const options = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength };
  return {
    algorithm: identifier('1.2.840.113549.1.1.10', parameters),
    sign: (message) => Uint8Array.from(sign(digest, message, options)),
  };
}

/** How `key` signs this time: mostly SHA-256, sometimes PSS, a weak digest or another one. */
export function signerOf(random: Random, { kind, key }: LiveKey): Signer {
  const digest: Digest = random.chance(0.85)
    ? 'sha256'
    : random.pick(['sha1', 'sha224', 'sha384', 'sha512']);
  const plain = (oid: string, hash: string | null, ...parameters: Uint8Array[]): Signer => ({
    algorithm: identifier(oid, ...parameters),
    sign: (message) => Uint8Array.from(sign(hash, message, key)),
  });
  switch (kind) {
    case 'EC':
      return plain(ecdsaOids[digest], digest);
    case 'RSA':
      if (!isSmall(key) && random.chance(0.2))
        return pss(digest, random.chance(0.3) ? 20 : digestLengths[digest], key);
      if (random.chance(0.03)) return plain(rsaOids.md5, 'md5', nullParameters);
      return plain(rsaOids[digest], digest, ...(random.chance(0.95) ? [nullParameters] : []));
    case 'RSA-PSS':
      return pss('sha256', 32, key);
    case 'Ed25519':
      return plain('1.3.101.112', null);
    case 'Ed448':
      return plain('1.3.101.113', null);
    case 'DSA':
      return plain('2.16.840.1.101.3.4.3.2', 'sha256');
    default:
      return kind satisfies never;
  }
}

/** SHA-512 with a salt of that length does not fit. */
function isSmall(key: KeyObject): boolean {
  return (key.asymmetricKeyDetails?.modulusLength ?? 0) < 1200;
}
