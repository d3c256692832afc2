/**
 * Web Crypto's signing half, which browsers leave out on plain-http origins (W3C Web Cryptography API §10:
 * `SecureContext`), although the types say that it is always there.
 */
export function subtleOf(crypto: Crypto): SubtleCrypto | null {
  return (crypto as { readonly subtle?: SubtleCrypto }).subtle ?? null;
}

/** A copy whose buffer is a plain ArrayBuffer, as Web Crypto's types ask. */
export function plainBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
