import { concatBytes } from '@noble/hashes/utils.js';
import { sameBytes } from '../../pki/same-bytes.ts';
import type { Digest } from './digests.ts';

/** An encoded message as the public key makes it of a signature, and what the parameters say of it. */
export interface PssEncoding {
  /** As long as the modulus. */
  readonly recovered: Uint8Array;
  readonly modulusBits: number;
  readonly message: Uint8Array;
  readonly saltLength: number;
  readonly digest: Digest;
  readonly mgfDigest: Digest;
}

/** What is wrong with an encoded message. */
export type PssFault =
  /** A bit above the encoded message is set. */
  | 'first-octet'
  /** The key has no room for digest and salt. */
  | 'too-large'
  /** It does not end in BC. */
  | 'last-octet'
  /** No 01 stands between the zeros and the salt. */
  | 'no-salt'
  | 'salt-length'
  | 'digest';

/**
 * EMSA-PSS-VERIFY (RFC 8017 §9.1.2), its checks in the order of BoringSSL, which finds the salt before it looks at its
 * length.
 *
 * @returns null for the encoded message of this very message
 * @see BoringSSL crypto/fipsmodule/rsa/padding.cc `RSA_verify_PKCS1_PSS_mgf1`
 */
export function pssFault(encoding: PssEncoding): PssFault | null {
  const { recovered, modulusBits, message, saltLength, digest, mgfDigest } = encoding;
  const emBits = modulusBits - 1;
  const skip = recovered.length - Math.ceil(emBits / 8);
  const em = recovered.subarray(skip);
  const topMask = 0xff >> (8 * em.length - emBits);
  const above = skip > 0 ? (recovered[0] ?? 0) : (em[0] ?? 0) & ~topMask;
  if (above !== 0) return 'first-octet';
  const hash = digest(message);
  if (em.length < hash.length + saltLength + 2) return 'too-large';
  if (em[em.length - 1] !== 0xbc) return 'last-octet';
  const dbLength = em.length - hash.length - 1;
  const h = em.subarray(dbLength, em.length - 1);
  const mask = mgf1(h, dbLength, mgfDigest);
  const db = em.slice(0, dbLength).map((octet, index) => octet ^ (mask[index] ?? 0));
  db[0] = (db[0] ?? 0) & topMask;
  const one = db.findIndex((octet) => octet !== 0);
  if (db[one] !== 1) return 'no-salt';
  const salt = db.subarray(one + 1);
  if (salt.length !== saltLength) return 'salt-length';
  return sameBytes(h, digest(concatBytes(new Uint8Array(8), hash, salt))) ? null : 'digest';
}

/** MGF1 (RFC 8017 B.2.1). */
function mgf1(seed: Uint8Array, length: number, digest: Digest): Uint8Array {
  const blocks: Uint8Array[] = [];
  for (let counter = 0, have = 0; have < length; counter++) {
    const suffix = Uint8Array.of(counter >>> 24, counter >>> 16, counter >>> 8, counter);
    const block = digest(concatBytes(seed, suffix));
    blocks.push(block);
    have += block.length;
  }
  return concatBytes(...blocks).subarray(0, length);
}
