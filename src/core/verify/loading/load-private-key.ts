import { readPrivateKey, type PrivateKeyInfo } from '../../pki/keys/read-private-key.ts';
import { ENCRYPTED_KEY, NO_KEY, withQueue } from './openssl-error-text.ts';
import { readPemStream } from './pem-stream.ts';
import type { LoadedFile, LoadResult } from './types.ts';

/** A private key block as `OSSL_DECODER` finds it, with the key decoded. */
export interface LoadedKey {
  /** Null for the stand-in of a key that was taken out. */
  readonly info: PrivateKeyInfo | null;
}

/**
 * Reads the first private key of the file of `ssl_certificate_key` or `proxy_ssl_certificate_key`. Other blocks
 * are skipped. An encrypted key needs a password that nginx would ask for on a terminal.
 *
 * @see nginx src/event/ngx_event_openssl_cache.c `ngx_ssl_cache_pkey_create`; OpenSSL `PEM_read_bio_PrivateKey`
 */
export function loadPrivateKey(file: LoadedFile): LoadResult<LoadedKey> {
  const block = readPemStream(file.pem).blocks.find(({ label }) => label.endsWith('PRIVATE KEY'));
  if (block === undefined) return failed(file, 'no-private-key', NO_KEY);
  if (block.header.includes('DEK-Info'))
    return failed(file, 'private-key-encrypted', ENCRYPTED_KEY.legacy);
  const reading = readPrivateKey(block.der);
  switch (reading.state) {
    case 'plain':
      return { ok: true, value: { info: reading.key } };
    case 'removed':
      return { ok: true, value: { info: null } };
    case 'encrypted':
      return failed(file, 'private-key-encrypted', ENCRYPTED_KEY.pkcs8);
    case 'unreadable':
    case 'none':
      return failed(file, 'no-private-key', NO_KEY);
    default:
      return reading satisfies never;
  }
}

function failed(
  file: LoadedFile,
  reason: 'no-private-key' | 'private-key-encrypted',
  queue: string,
): LoadResult<never> {
  const call = `cannot load certificate key "${file.path}": PEM_read_bio_PrivateKey() failed`;
  return { ok: false, failure: { reason, path: file.path, text: withQueue(call, queue) } };
}
