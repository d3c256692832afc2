import { ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { tags } from '../der/tags.ts';
import { encodeDer, encodeOid, encodeUnsigned } from '../der-write.ts';
import { keyOids } from '../keys/key-algorithms.ts';
import { wrapPkcs8 } from '../keys/read-private-key.ts';
import { subtleOf } from '../keys/subtle-of.ts';
import type { KeyAlgorithm } from './types.ts';

/** A fresh key pair as DER: PKCS#8 (secret) and SubjectPublicKeyInfo. */
export interface KeyPairDer {
  readonly pkcs8: Uint8Array;
  readonly spki: Uint8Array;
}

type WebCryptoParams = RsaHashedKeyGenParams | EcKeyGenParams | Algorithm;

const webCryptoParams: Record<KeyAlgorithm, WebCryptoParams> = {
  'EC P-256': { name: 'ECDSA', namedCurve: 'P-256' },
  'EC P-384': { name: 'ECDSA', namedCurve: 'P-384' },
  'EC P-521': { name: 'ECDSA', namedCurve: 'P-521' },
  'RSA 2048': rsa(2048),
  'RSA 3072': rsa(3072),
  'RSA 4096': rsa(4096),
  Ed25519: { name: 'Ed25519' },
};

function rsa(modulusLength: number): RsaHashedKeyGenParams {
  return {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength,
    publicExponent: Uint8Array.of(1, 0, 1),
    hash: 'SHA-256',
  };
}

/**
 * Makes a key pair with Web Crypto, or with @noble and the injected random source where Web Crypto is absent
 * or lacks the curve.
 *
 * @returns null when neither can: RSA on an origin without Web Crypto
 */
export async function generateKeyPair(
  algorithm: KeyAlgorithm,
  crypto: Crypto,
): Promise<KeyPairDer | null> {
  return (
    (await generateWithSubtle(algorithm, subtleOf(crypto))) ?? generateWithNoble(algorithm, crypto)
  );
}

async function generateWithSubtle(
  algorithm: KeyAlgorithm,
  subtle: SubtleCrypto | null,
): Promise<KeyPairDer | null> {
  if (subtle === null) return null;
  try {
    const pair = await subtle.generateKey(webCryptoParams[algorithm], true, ['sign', 'verify']);
    if (!('privateKey' in pair)) return null;
    const pkcs8 = new Uint8Array(await subtle.exportKey('pkcs8', pair.privateKey));
    const spki = new Uint8Array(await subtle.exportKey('spki', pair.publicKey));
    return { pkcs8, spki };
  } catch {
    // This browser lacks the algorithm: the other path decides.
    return null;
  }
}

function generateWithNoble(algorithm: KeyAlgorithm, crypto: Crypto): KeyPairDer | null {
  const random = (length = 0): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
  switch (algorithm) {
    case 'EC P-256':
      return ecPair('1.2.840.10045.3.1.7', p256, random(p256.lengths.seed));
    case 'EC P-384':
      return ecPair('1.3.132.0.34', p384, random(p384.lengths.seed));
    case 'EC P-521':
      return ecPair('1.3.132.0.35', p521, random(p521.lengths.seed));
    case 'Ed25519':
      return edwardsPair(random(ed25519.lengths.seed));
    case 'RSA 2048':
    case 'RSA 3072':
    case 'RSA 4096':
      return null;
    default:
      return algorithm satisfies never;
  }
}

/** RFC 5915 inside RFC 5958, with the public point, which Firefox asks for. */
function ecPair(curveOid: string, curve: typeof p256, seed: Uint8Array): KeyPairDer {
  const { secretKey } = curve.keygen(seed);
  const point = encodeDer(tags.bitString, Uint8Array.of(0), curve.getPublicKey(secretKey, false));
  const version = encodeUnsigned(Uint8Array.of(1));
  const inner = encodeDer(
    tags.sequence,
    version,
    encodeDer(tags.octetString, secretKey),
    encodeDer(0xa1, point),
  );
  const algorithm = encodeDer(tags.sequence, encodeOid(keyOids.ec), encodeOid(curveOid));
  return { pkcs8: wrapPkcs8(algorithm, inner), spki: encodeDer(tags.sequence, algorithm, point) };
}

/** RFC 8410 §4 and §7. */
function edwardsPair(seed: Uint8Array): KeyPairDer {
  const algorithm = encodeDer(tags.sequence, encodeOid(keyOids.ed25519));
  const key = encodeDer(tags.bitString, Uint8Array.of(0), ed25519.getPublicKey(seed));
  return {
    pkcs8: wrapPkcs8(algorithm, encodeDer(tags.octetString, seed)),
    spki: encodeDer(tags.sequence, algorithm, key),
  };
}
