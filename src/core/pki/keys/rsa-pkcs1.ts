import { sha256 } from '@noble/hashes/sha2.js';
import { octetsToBigInt } from '../der/integer.ts';
import { concatBytes } from '../der-write.ts';

/** DigestInfo for SHA-256 up to the digest (RFC 8017 §9.2 note 1). */
const SHA256_PREFIX = Uint8Array.of(
  ...[0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01],
  ...[0x05, 0x00, 0x04, 0x20],
);

/** An RSA number pair, unsigned big-endian octets. */
export interface RsaHalf {
  readonly modulus: Uint8Array;
  readonly exponent: Uint8Array;
}

/**
 * RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017 §8.2.1) without Web Crypto. Not constant-time: it proves a key
 * to its owner on a page without a secure context.
 *
 * @returns null when the modulus is too short for the digest
 */
export function rsaSign(key: RsaHalf, data: Uint8Array): Uint8Array | null {
  const encoded = encodeMessage(data, modulusLength(key));
  return encoded === null ? null : power(encoded, key);
}

/** RFC 8017 §8.2.2. */
export function rsaVerify(key: RsaHalf, data: Uint8Array, signature: Uint8Array): boolean {
  const length = modulusLength(key);
  const encoded = encodeMessage(data, length);
  if (encoded === null || signature.length !== length) return false;
  return power(signature, key).every((octet, at) => octet === encoded[at]);
}

function modulusLength(key: RsaHalf): number {
  return key.modulus[0] === 0 ? key.modulus.length - 1 : key.modulus.length;
}

/** EMSA-PKCS1-v1_5 (RFC 8017 §9.2). */
function encodeMessage(data: Uint8Array, length: number): Uint8Array | null {
  const digest = concatBytes(SHA256_PREFIX, sha256(data));
  const filling = length - digest.length - 3;
  if (filling < 8) return null;
  const start = Uint8Array.of(0, 1, ...new Uint8Array(filling).fill(0xff), 0);
  return concatBytes(start, digest);
}

function power(octets: Uint8Array, key: RsaHalf): Uint8Array {
  const modulus = octetsToBigInt(key.modulus);
  let base = octetsToBigInt(octets) % modulus;
  let result = 1n;
  for (let exponent = octetsToBigInt(key.exponent); exponent > 0n; exponent >>= 1n) {
    if ((exponent & 1n) === 1n) result = (result * base) % modulus;
    base = (base * base) % modulus;
  }
  return toOctets(result, modulusLength(key));
}

function toOctets(number: bigint, length: number): Uint8Array {
  const octets = new Uint8Array(length);
  let rest = number;
  for (let at = length - 1; at >= 0; at -= 1) {
    octets[at] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return octets;
}
