import { DerReader } from '../der/der-reader.ts';
import { tags } from '../der/tags.ts';
import { encodeDer, encodeUnsigned } from '../der-write.ts';
import { ecScalar } from './ec-scalar.ts';
import { edwardsSeed } from './edwards-seed.ts';
import { nobleEcdsa, nobleEddsa } from './noble-curves.ts';
import { rsaNumbers, type PrivateKeyInfo } from './read-private-key.ts';
import { signatureScheme } from './signature-scheme.ts';

/** One multiplication on the curve takes milliseconds, and every certificate asks for every key. */
const workedOut = new WeakMap<PrivateKeyInfo, Uint8Array | null>();

/**
 * The public half worked out from a private key, as it stands in the BIT STRING of SubjectPublicKeyInfo:
 * RSAPublicKey, the uncompressed EC point, or the raw Edwards key. The public half that an EC key file may
 * claim to have is not believed.
 *
 * @returns null when the key is damaged or of a kind that is not worked out here
 */
export function publicKeyBytes(key: PrivateKeyInfo): Uint8Array | null {
  const known = workedOut.get(key);
  if (known !== undefined) return known;
  const bytes = workOut(key);
  workedOut.set(key, bytes);
  return bytes;
}

function workOut(key: PrivateKeyInfo): Uint8Array | null {
  try {
    if (key.family === 'RSA' || key.family === 'RSA-PSS') return rsaPublicKey(key);
    if (key.family === 'EC') return ecPoint(key);
    const seed = edwardsSeed(key.inner);
    return seed === null ? null : (nobleEddsa(key.family)?.getPublicKey(seed) ?? null);
  } catch {
    // noble throws for numbers outside the group.
    return null;
  }
}

/** SubjectPublicKeyInfo DER of a private key, or null as {@link publicKeyBytes}. */
export function subjectPublicKeyInfo(key: PrivateKeyInfo): Uint8Array | null {
  const bytes = publicKeyBytes(key);
  const info = DerReader.over(key.pkcs8).enter(tags.sequence, 'PrivateKeyInfo');
  info?.next();
  const algorithm = info?.next();
  if (bytes === null || !info || !algorithm) return null;
  const bits = encodeDer(tags.bitString, Uint8Array.of(0), bytes);
  return encodeDer(tags.sequence, info.whole(algorithm), bits);
}

function rsaPublicKey(key: PrivateKeyInfo): Uint8Array | null {
  const numbers = rsaNumbers(key.inner);
  if (numbers === null) return null;
  return encodeDer(
    tags.sequence,
    encodeUnsigned(numbers.modulus),
    encodeUnsigned(numbers.publicExponent),
  );
}

function ecPoint(key: PrivateKeyInfo): Uint8Array | null {
  const curve = nobleEcdsa(key.curve);
  const width = signatureScheme(key)?.width;
  const scalar = width === undefined ? null : ecScalar(key.inner, width);
  return curve === null || scalar === null ? null : curve.getPublicKey(scalar, false);
}
