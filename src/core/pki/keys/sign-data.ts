import { ecScalar } from './ec-scalar.ts';
import { ecdsaToDer } from './ecdsa-signature.ts';
import { edwardsSeed } from './edwards-seed.ts';
import { nobleEcdsa, nobleEddsa } from './noble-curves.ts';
import { rsaNumbers, type PrivateKeyInfo } from './read-private-key.ts';
import { rsaSign } from './rsa-pkcs1.ts';
import { signatureScheme, type SignatureScheme } from './signature-scheme.ts';
import { plainBytes, subtleOf } from './subtle-of.ts';

/**
 * Signs with a private key as {@link signatureScheme} says, with Web Crypto, or with @noble where Web
 * Crypto lacks the algorithm, refuses the key's encoding, or is absent.
 *
 * @returns the signature in X.509 form (ECDSA as DER), or null when nothing here can sign with the key
 */
export async function signData(
  key: PrivateKeyInfo,
  data: Uint8Array,
  crypto: Crypto,
): Promise<Uint8Array | null> {
  const scheme = signatureScheme(key);
  if (scheme === null) return null;
  return (
    (await signWithSubtle(key, scheme, data, subtleOf(crypto))) ?? signWithNoble(key, scheme, data)
  );
}

async function signWithSubtle(
  key: PrivateKeyInfo,
  scheme: SignatureScheme,
  data: Uint8Array,
  subtle: SubtleCrypto | null,
): Promise<Uint8Array | null> {
  if (subtle === null) return null;
  try {
    const pkcs8 = plainBytes(key.pkcs8);
    const imported = await subtle.importKey('pkcs8', pkcs8, scheme.importAlgorithm, false, [
      'sign',
    ]);
    const raw = await subtle.sign(scheme.signAlgorithm, imported, plainBytes(data));
    const signature = new Uint8Array(raw);
    return scheme.width === undefined ? signature : ecdsaToDer(signature);
  } catch {
    // Not supported here, or an encoding this browser refuses: the other path decides.
    return null;
  }
}

function signWithNoble(
  key: PrivateKeyInfo,
  scheme: SignatureScheme,
  data: Uint8Array,
): Uint8Array | null {
  try {
    if (scheme.width !== undefined) {
      const scalar = ecScalar(key.inner, scheme.width);
      const curve = nobleEcdsa(key.curve);
      if (scalar === null || curve === null) return null;
      return curve.sign(data, scalar, { format: 'der', lowS: false });
    }
    const eddsa = nobleEddsa(key.family);
    if (eddsa !== null) {
      const seed = edwardsSeed(key.inner);
      return seed === null ? null : eddsa.sign(data, seed);
    }
    const rsa = rsaNumbers(key.inner);
    return rsa && rsaSign({ modulus: rsa.modulus, exponent: rsa.privateExponent }, data);
  } catch {
    // noble throws for numbers outside the group: such a key cannot sign.
    return null;
  }
}
