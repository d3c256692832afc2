import { tags } from '../der/tags.ts';
import { encodeDer } from '../der-write.ts';
import { subjectPublicKeyInfo } from '../keys/public-key-bytes.ts';
import { readPrivateKey, type PrivateKeyInfo } from '../keys/read-private-key.ts';
import { signatureScheme, type SignatureScheme } from '../keys/signature-scheme.ts';
import { signData } from '../keys/sign-data.ts';
import { generateKeyPair, type KeyPairDer } from './generate-key-pair.ts';
import type { CertificateSpec } from './types.ts';

/** The key that a certificate or request is for: the given one, or a new one. Rejects when there is none. */
export async function subjectKeyPair(
  spec: Pick<CertificateSpec, 'key' | 'keyAlgorithm'>,
  crypto: Crypto,
): Promise<KeyPairDer> {
  if (spec.key !== undefined) {
    const key = plainKey(spec.key);
    const spki = subjectPublicKeyInfo(key);
    if (spki === null)
      throw new TypeError(`the public half of a ${key.text} key is not known here`);
    return { pkcs8: key.pkcs8, spki };
  }
  const pair = await generateKeyPair(spec.keyAlgorithm, crypto);
  if (pair === null) throw new TypeError(`${spec.keyAlgorithm} keys cannot be made on this origin`);
  return pair;
}

/** A private key that is not encrypted; throws for anything else. */
export function plainKey(input: string | Uint8Array): PrivateKeyInfo {
  const reading = readPrivateKey(input);
  if (reading.state !== 'plain')
    throw new TypeError(`a private key is needed, found: ${reading.state}`);
  return reading.key;
}

/** How the key signs; throws when it cannot. */
export function schemeOf(signer: PrivateKeyInfo): SignatureScheme {
  const scheme = signatureScheme(signer);
  if (scheme === null) throw new TypeError(`${signer.text} keys cannot sign certificates here`);
  return scheme;
}

/** `SEQUENCE { contents, signatureAlgorithm, signature BIT STRING }`: a certificate or a request. */
export async function signedSequence(
  contents: Uint8Array,
  signer: PrivateKeyInfo,
  crypto: Crypto,
): Promise<Uint8Array> {
  const signature = await signData(signer, contents, crypto);
  if (signature === null) throw new TypeError(`the ${signer.text} key could not sign`);
  const value = encodeDer(tags.bitString, Uint8Array.of(0), signature);
  return encodeDer(tags.sequence, contents, schemeOf(signer).identifier, value);
}
