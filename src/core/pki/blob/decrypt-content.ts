import { OctetString } from 'asn1js';
import { CryptoEngine, EncryptedContentInfo, EncryptedData, type AlgorithmIdentifier } from 'pkijs';
import { plainBytes } from '../keys/subtle-of.ts';
import { unsupportedScheme } from './encryption-scheme.ts';

/** What decrypting gave: the content, or the reason why there is none. */
export type Decrypted =
  | { readonly state: 'open'; readonly bytes: Uint8Array }
  | { readonly state: 'wrong-password' }
  | { readonly state: 'unsupported'; readonly algorithm: string };

/**
 * Decrypts password-encrypted content (PBES2, RFC 8018 §6.2.2) with pkijs over the given Web Crypto. A wrong
 * password shows as bad padding; what decrypts by chance is for the caller to notice.
 */
export async function decryptContent(
  algorithm: AlgorithmIdentifier,
  content: Uint8Array,
  password: string,
  crypto: Crypto,
): Promise<Decrypted> {
  const unsupported = unsupportedScheme(algorithm);
  if (unsupported !== null) return { state: 'unsupported', algorithm: unsupported };
  const data = new EncryptedData({
    encryptedContentInfo: new EncryptedContentInfo({
      contentEncryptionAlgorithm: algorithm,
      encryptedContent: new OctetString({ valueHex: plainBytes(content).buffer }),
    }),
  });
  try {
    const engine = new CryptoEngine({ name: 'injected', crypto });
    const bytes = await data.decrypt({ password: passwordBytes(password) }, engine);
    return { state: 'open', bytes: new Uint8Array(bytes) };
  } catch (error) {
    if (isOperationError(error)) return { state: 'wrong-password' };
    return { state: 'unsupported', algorithm: 'a PBES2 variant' };
  }
}

/** RFC 8018 §3: the password as UTF-8 octets. */
export function passwordBytes(password: string): ArrayBuffer {
  return plainBytes(new TextEncoder().encode(password)).buffer;
}

/** Web Crypto's answer to padding that does not fit. */
function isOperationError(error: unknown): boolean {
  return error instanceof Error && error.name === 'OperationError';
}
