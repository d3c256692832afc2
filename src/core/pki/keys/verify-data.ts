import { decodeRsaPublicKey } from '../certificate-public-key.ts';
import { tags } from '../der/tags.ts';
import { encodeDer, encodeOid } from '../der-write.ts';
import type { PublicKeyInfo } from '../types.ts';
import { ecdsaFromDer } from './ecdsa-signature.ts';
import { keyOids } from './key-algorithms.ts';
import { nobleEcdsa, nobleEddsa } from './noble-curves.ts';
import { rsaVerify } from './rsa-pkcs1.ts';
import { signatureScheme, type SignatureScheme } from './signature-scheme.ts';
import { plainBytes, subtleOf } from './subtle-of.ts';

/**
 * Verifies what {@link signData} signed: the scheme is the one that goes with the public key.
 *
 * @returns null when nothing here can verify with the key
 */
export async function verifyData(
  key: PublicKeyInfo,
  data: Uint8Array,
  signature: Uint8Array,
  crypto: Crypto,
): Promise<boolean | null> {
  const scheme = signatureScheme(key);
  if (scheme === null) return null;
  const subtle = subtleOf(crypto);
  const verdict =
    subtle === null ? null : await verifyWithSubtle(key, scheme, data, signature, subtle);
  return verdict ?? verifyWithNoble(key, scheme, data, signature);
}

async function verifyWithSubtle(
  key: PublicKeyInfo,
  scheme: SignatureScheme,
  data: Uint8Array,
  signature: Uint8Array,
  subtle: SubtleCrypto,
): Promise<boolean | null> {
  const raw = scheme.width === undefined ? signature : ecdsaFromDer(signature, scheme.width);
  if (raw === null) return false;
  try {
    const spki = plainBytes(subtlePublicKey(key));
    const imported = await subtle.importKey('spki', spki, scheme.importAlgorithm, false, [
      'verify',
    ]);
    return await subtle.verify(scheme.signAlgorithm, imported, plainBytes(raw), plainBytes(data));
  } catch {
    // Not supported here, or an encoding this browser refuses: the other path decides.
    return null;
  }
}

/** Chromium refuses SubjectPublicKeyInfo with id-RSASSA-PSS; the numbers inside are the same. */
function subtlePublicKey(key: PublicKeyInfo): Uint8Array {
  if (key.family !== 'RSA-PSS') return key.der;
  const algorithm = encodeDer(tags.sequence, encodeOid(keyOids.rsa), encodeDer(tags.null));
  return encodeDer(
    tags.sequence,
    algorithm,
    encodeDer(tags.bitString, Uint8Array.of(0), key.keyBytes),
  );
}

function verifyWithNoble(
  key: PublicKeyInfo,
  scheme: SignatureScheme,
  data: Uint8Array,
  signature: Uint8Array,
): boolean | null {
  try {
    if (scheme.width !== undefined) {
      const options = { format: 'der', lowS: false } as const;
      return nobleEcdsa(key.curve)?.verify(signature, data, key.keyBytes, options) ?? null;
    }
    const eddsa = nobleEddsa(key.family);
    if (eddsa !== null) return eddsa.verify(signature, data, key.keyBytes);
    const rsa = decodeRsaPublicKey(key.keyBytes);
    return rsa && rsaVerify(rsa, data, signature);
  } catch {
    // noble throws for points outside the group: such a key verifies nothing.
    return false;
  }
}
