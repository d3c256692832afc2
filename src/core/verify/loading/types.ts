import type { Certificate } from '../../pki/types.ts';

/** A file as an nginx process finds it: the path its messages name and the bytes (one char a byte when not UTF-8). */
export interface LoadedFile {
  readonly path: string;
  readonly pem: string;
}

/**
 * How this nginx reads trusted certificates: `PEM_read_bio_X509_AUX` itself since 1.27.2 (object cache),
 * `SSL_CTX_load_verify_locations` before.
 */
export type TrustLoader = 'pem-read-bio' | 'load-verify-locations';

export type LoadFailureReason =
  | 'no-certificate'
  | 'damaged-block'
  | 'not-a-certificate'
  | 'no-private-key'
  | 'private-key-encrypted'
  | 'key-values-mismatch'
  | 'ee-key-too-small'
  | 'ca-key-too-small'
  | 'ca-md-too-weak'
  | 'no-client-ca';

/** Why nginx refuses its configuration. `text` is the message behind `[emerg]`, to the letter. */
export interface LoadFailure {
  readonly reason: LoadFailureReason;
  readonly path: string;
  readonly text: string;
}

export type LoadResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: LoadFailure };

/** What the key file holds, once it has been read. */
export interface OwnPair {
  /** Leaf first, as the peer will get them. */
  readonly chain: readonly Certificate[];
  readonly keyPem: string;
  /**
   * `proven` by a signature; `other-type` when certificate and key are of different types, which loads and
   * then cannot be used; `not-checked` when no engine here can sign with such a key.
   */
  readonly keyProof: 'proven' | 'other-type' | 'not-checked';
}
