import type { SecretText } from '../../core/storage/index.ts';

/** What the cipher made of a text with private keys. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const algorithm = { name: 'AES-GCM', length: 256 } as const;

/** A key that this browser can use and nobody can read, not even this page. */
export function createCipherKey({ subtle }: Crypto): Promise<CryptoKey> {
  return subtle.generateKey(algorithm, false, ['encrypt', 'decrypt']);
}

/** Encrypts a text under a fresh nonce (NIST SP 800-38D §8.2.2: 96 random bits). */
export async function seal(key: CryptoKey, text: SecretText, crypto: Crypto): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(text);
  const bytes = await crypto.subtle.encrypt({ name: algorithm.name, iv }, key, plain);
  return { iv, bytes: new Uint8Array(bytes) };
}

/** The text again; null when the key is another one or the bytes were changed. */
export async function unseal(
  key: CryptoKey,
  { iv, bytes }: Sealed,
  { subtle }: Crypto,
): Promise<string | null> {
  try {
    const plain = await subtle.decrypt({ name: algorithm.name, iv }, key, bytes);
    return new TextDecoder().decode(plain);
  } catch {
    return null;
  }
}
