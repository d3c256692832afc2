import type { KeyAlgorithm } from '../pki/index.ts';

/** What a certificate is for; decides basic constraints, key usage and extended key usage. */
export type CertificateUse = 'ca' | 'intermediate' | 'server' | 'client' | 'server-and-client';

/** A certificate that can sign: PEM, its own first and its issuers after it, and its key as unencrypted PEM. */
export interface SigningPair {
  readonly certificate: string;
  readonly key: string;
}

/** A certificate that was asked for, as plain data. Times are milliseconds since the epoch. */
export interface CertificateOrder {
  readonly use: CertificateUse;
  readonly commonName: string;
  readonly organization: string;
  readonly dnsNames: readonly string[];
  readonly ipAddresses: readonly string[];
  readonly uris: readonly string[];
  readonly keyAlgorithm: KeyAlgorithm;
  readonly notBefore: number;
  readonly notAfter: number;
  /** Null: it signs itself. */
  readonly issuer: SigningPair | null;
}

/** A certificate to issue again, keeping its names and extensions. */
export interface RenewalOrder {
  /** PEM; the first certificate counts. */
  readonly certificate: string;
  /**
   * `itself`: it signs itself, as before. `new-ca`: a CA with its issuer's name is made first. `nobody`: a request is made,
   * with a new key.
   */
  readonly issuer: SigningPair | 'itself' | 'new-ca' | 'nobody';
  /** Key to keep, PEM; absent: a new one. */
  readonly key?: string;
  readonly keyAlgorithm: KeyAlgorithm;
  /** Written as its subject alternative names when it has none. */
  readonly dnsNames: readonly string[];
  readonly now: number;
}

/** One thing that was made. Everything is PEM. */
export interface IssuedItem {
  readonly role: CertificateUse | 'request';
  /** What a file is called by: `secure-app.example.com`. */
  readonly name: string;
  /** Absent for a request. */
  readonly certificate?: string;
  /** The certificate and the intermediates above it, without a root; absent when it is the certificate alone. */
  readonly chain?: string;
  /** A certificate request. */
  readonly request?: string;
  /** Unencrypted PKCS#8; absent when the key was there before. Secret. */
  readonly key?: string;
}

/** Work on keys that takes long enough to be shown and ended. */
export type KeyTask =
  /** `authority` is issued first and signs the order. */
  | {
      readonly kind: 'certificate';
      readonly order: CertificateOrder;
      readonly authority?: CertificateOrder;
    }
  | { readonly kind: 'request'; readonly order: CertificateOrder }
  | { readonly kind: 'renewal'; readonly order: RenewalOrder };
