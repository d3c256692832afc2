import type { Pkcs12Contents } from './types.ts';

/**
 * Writes a PKCS#12 file (RFC 7292): key and certificates encrypted with PBES2, AES-256-CBC and PBKDF2 with SHA-256,
 * and a MAC with SHA-256, as OpenSSL 3 writes them. pkijs is loaded at the first call.
 *
 * @param crypto with `subtle`: browsers have it in secure contexts
 * @throws (rejects) when the key or the chain is not readable, or without Web Crypto
 */
export async function createPkcs12(contents: Pkcs12Contents, crypto: Crypto): Promise<Uint8Array> {
  const { writePkcs12 } = await import('./write-pkcs12.ts');
  return writePkcs12(contents, crypto);
}
