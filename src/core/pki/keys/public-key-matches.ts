import type { PublicKeyInfo } from '../types.ts';
import { nobleEcdsa } from './noble-curves.ts';
import { publicKeyBytes } from './public-key-bytes.ts';
import type { PrivateKeyInfo } from './read-private-key.ts';

/**
 * Compares a private key with a public key without signing. Good for finding the partner of a key among
 * many; `proveKey` is the proof.
 *
 * @returns null when the public half of such a key is not worked out here
 */
export function publicKeyMatches(publicKey: PublicKeyInfo, key: PrivateKeyInfo): boolean | null {
  if (key.family !== publicKey.family || key.curve !== publicKey.curve) return false;
  const ours = publicKeyBytes(key);
  if (ours === null) return null;
  const theirs = uncompressed(publicKey);
  return ours.length === theirs.length && ours.every((octet, at) => octet === theirs[at]);
}

/** Certificates may carry the short form of an EC point (SEC 1 §2.3.3). */
function uncompressed(publicKey: PublicKeyInfo): Uint8Array {
  const curve = nobleEcdsa(publicKey.curve);
  if (curve === null || publicKey.keyBytes[0] === 0x04) return publicKey.keyBytes;
  try {
    return curve.Point.fromBytes(publicKey.keyBytes).toBytes(false);
  } catch {
    // No point of the curve: it stays as it is and matches nothing.
    return publicKey.keyBytes;
  }
}
