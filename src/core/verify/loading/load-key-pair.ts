import type { VerifyRequest } from '../types.ts';
import { loadOwnChain } from './load-own-chain.ts';
import { loadPrivateKey } from './load-private-key.ts';
import { KEY_VALUES_MISMATCH, withQueue } from './openssl-error-text.ts';
import { rememberedProof } from './remembered-proof.ts';
import type { LoadedFile, LoadFailure, LoadResult, OwnPair } from './types.ts';

export interface KeyPairFiles {
  readonly certificate: LoadedFile;
  readonly key: LoadedFile;
  /** Security level of the SSL context: 2 unless its cipher string says otherwise. */
  readonly securityLevel: VerifyRequest['securityLevel'];
}

/**
 * Loads a certificate chain and its key as nginx does for `ssl_certificate` and `proxy_ssl_certificate`: the first
 * certificate is the leaf, whatever it is; weak keys and digests are refused here already; then the key has to
 * belong to the leaf.
 *
 * @returns chain and key, or the first `[emerg]` message
 * @see nginx src/event/ngx_event_openssl.c `ngx_ssl_certificate`; OpenSSL ssl/ssl_rsa.c `ssl_set_cert`, `ssl_set_pkey`
 */
export async function loadKeyPair(
  files: KeyPairFiles,
  crypto: Crypto,
): Promise<LoadResult<OwnPair>> {
  const chain = loadOwnChain(files.certificate, files.securityLevel);
  if (!chain.ok) return chain;
  const key = loadPrivateKey(files.key);
  if (!key.ok) return key;
  const leaf = chain.value[0];
  if (key.value.info === null)
    return {
      ok: true,
      value: { chain: chain.value, keyPem: files.key.pem, keyProof: 'not-checked' },
    };
  if (leaf?.publicKey.family !== key.value.info.family)
    return {
      ok: true,
      value: { chain: chain.value, keyPem: files.key.pem, keyProof: 'other-type' },
    };
  const proof = await rememberedProof(leaf, files.key.pem, crypto);
  if (proof === 'mismatch') return { ok: false, failure: keyMismatch(files.key.path) };
  const keyProof = proof === 'proven' ? 'proven' : 'not-checked';
  return { ok: true, value: { chain: chain.value, keyPem: files.key.pem, keyProof } };
}

/** What nginx says of a private key that is not the leaf's. */
export function keyMismatch(path: string): LoadFailure {
  const call = `SSL_CTX_use_PrivateKey("${path}") failed`;
  return { reason: 'key-values-mismatch', path, text: withQueue(call, KEY_VALUES_MISMATCH) };
}
