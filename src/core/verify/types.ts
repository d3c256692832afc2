import type { Certificate, CertificateRevocationList } from '../pki/types.ts';

/** What a signature is about: a certificate or a revocation list. */
export type SignedObject = Pick<
  Certificate,
  'fingerprint' | 'tbs' | 'signature' | 'signatureAlgorithm'
>;

/** Answers whether `issuer`'s key verifies `subject`'s signature. `unsupported` is never "valid". */
export type SignatureVerdict = 'valid' | 'invalid' | 'unsupported';
export type SignatureChecker = (
  subject: SignedObject,
  issuer: Certificate,
) => Promise<SignatureVerdict>;

export type Library = 'openssl' | 'boringssl' | 'webpki' | 'go';

/** An error in the library's own number, name and words. Depth 0 is the leaf. */
export interface VerifyEvent {
  readonly library: Library;
  /** 0 for libraries without error numbers. */
  readonly code: number;
  /** `X509_V_ERR_CERT_HAS_EXPIRED`. */
  readonly name: string;
  readonly text: string;
  readonly depth: number;
  /** The error with all it carries, as a developer sees it (`{:?}` of Rust). */
  readonly debug?: string;
}

/** What every library of the OpenSSL family is asked. */
export interface ChainRequest {
  /** What the peer sent, leaf first. Never empty. */
  readonly peerChain: readonly Certificate[];
  readonly anchors: readonly Certificate[];
  /** What the leaf is used as: `server` at the gateway, `client` at the backend. */
  readonly purpose: 'server' | 'client';
  /** Intermediates allowed between leaf and anchor (OpenSSL counting). */
  readonly depth: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly checkSignature: SignatureChecker;
  /** Revocation lists at hand. Absent: revocation is not checked; an empty list: it is, and nothing is found. */
  readonly crls?: readonly CertificateRevocationList[];
  /** Who is looked up in them; `chain`, the anchor included, when absent. */
  readonly crlScope?: 'leaf' | 'chain';
}

export interface VerifyRequest extends ChainRequest {
  readonly securityLevel: 0 | 1 | 2 | 3 | 4 | 5;
  /** The OpenSSL release line; where they differ, `3.5` is taken when absent. */
  readonly release?: '3.0' | '3.5';
  /** X509_V_FLAG_X509_STRICT; no gateway sets it, `openssl verify -x509_strict` does. */
  readonly strict?: boolean;
}

/**
 * Lines of BoringSSL that differ: `20260413` is in Envoy 1.38 and 1.39, `20260821` words depth and URI constraints
 * anew.
 */
export type BoringsslRelease = '20260413' | '20260821';

export interface BoringsslRequest extends ChainRequest {
  /** `20260413` when absent. */
  readonly release?: BoringsslRelease;
  /** X509_V_FLAG_NO_CHECK_TIME (Envoy's `allow_expired_certificate`). */
  readonly ignoreTimes?: boolean;
}

/** What the libraries that search for a path and check the name with it are asked. */
export interface PathSearchRequest extends Omit<ChainRequest, 'depth' | 'crls' | 'crlScope'> {
  /** Checked in the library's own order when given; an IP address is recognised as the library does. */
  readonly serverName?: string;
}

export interface WebpkiRequest extends PathSearchRequest {
  /** rustls-webpki; `0.103` (rustls 0.23.43, agentgateway) when absent. */
  readonly release?: '0.102' | '0.103';
  /** Whose signature algorithms are accepted; `aws-lc-rs` (agentgateway's default) when absent. */
  readonly provider?: 'aws-lc-rs' | 'ring';
}

export interface GoRequest extends PathSearchRequest {
  /** Rules for names: `1.26` when absent. */
  readonly release?: '1.24' | '1.26';
}

export type IssuerRejection =
  | 'subject-differs'
  | 'key-id-differs'
  | 'serial-differs'
  | 'invalid-extension'
  | 'key-undecodable'
  | 'algorithm-differs'
  /** Its keyUsage does not include keyCertSign; BoringSSL passes over it, OpenSSL takes it and fails later. */
  | 'key-usage'
  | 'not-preferred'
  /** `of` is self-signed and the trusted certificate of that name is another one. */
  | 'not-identical'
  | 'signature-invalid'
  | 'signature-unsupported'
  | 'not-trusted-here'
  | 'depth-exceeded'
  /** The library does not read it at all. */
  | 'unreadable'
  | 'already-in-path'
  | 'not-a-ca'
  | 'path-length-exceeded'
  | 'not-valid-now'
  | 'purpose-differs'
  | 'name-not-permitted'
  | 'critical-extension'
  /** The library accepts no signatures of that algorithm, key type or key size. */
  | 'algorithm-refused'
  /** Fit as such, but no path goes on from it. */
  | 'no-way-on'
  | 'search-limit';

/** One certificate that was considered as the issuer of another, in the order tried. */
export interface IssuerCandidate {
  readonly candidate: Certificate;
  readonly of: Certificate;
  readonly from: 'anchors' | 'peer';
  readonly outcome: 'used' | 'rejected';
  /** Every reason that holds, in the order the library would meet them. */
  readonly rejections: readonly IssuerRejection[];
  /** The library's own error, where it has one for each candidate. */
  readonly error?: VerifyEvent;
}

/** One path that a searching library followed to its end, leaf first, and why it was given up. */
export interface PathAttempt {
  readonly path: readonly Certificate[];
  /** Absent for the path that was taken. */
  readonly error?: VerifyEvent;
}

/**
 * Everything one verification found. `events` is the complete list as if the callback always continued;
 * strict callers report the first, nginx the last. `unproven` lists signatures that could not be checked.
 */
export interface VerifyResult {
  readonly library: Library;
  /** True only when there is no event and every signature was checked. */
  readonly ok: boolean;
  readonly events: readonly VerifyEvent[];
  readonly first?: VerifyEvent;
  readonly last?: VerifyEvent;
  /** Leaf to top, as built. */
  readonly path: readonly Certificate[];
  /** How many of `path`, from the leaf, came from the peer. */
  readonly untrustedCount: number;
  readonly candidates: readonly IssuerCandidate[];
  readonly unproven: readonly Certificate[];
  /**
   * The library gave up before it had gone through all checks, and the handshake fails whatever the callback says;
   * this is what its error field holds then. Not among `events`.
   */
  readonly fatal?: VerifyEvent;
  /** Certificates of the peer that the library does not even load: the handshake fails before verification. */
  readonly unloadable?: readonly UnloadableCertificate[];
  /** What BoringSSL's error queue holds under the first error, oldest first; absent when nothing. */
  readonly queue?: readonly string[];
  /** Trusted certificates that the library cannot use as anchors and leaves out. */
  readonly unusableAnchors?: readonly UnloadableCertificate[];
  /** Every path tried, in order (searching libraries; the first hundred). */
  readonly attempts?: readonly PathAttempt[];
  /** The comparison of names, when a server name was asked for. */
  readonly host?: NameCheck;
}

/** A certificate that was decoded here, but that the library refuses to load. */
export interface UnloadableCertificate {
  readonly certificate: Certificate;
  /** What the library objects to, in words. */
  readonly reason: string;
}

/** Where a compared name stands; only X509_check_host falls back to the common name. */
export type ComparedNameKind = 'dns-san' | 'uri-san' | 'email-san' | 'ip-san' | 'common-name';

/** Result of X509_check_host as nginx calls it, or of what another data plane does instead. */
export interface HostCheck {
  /** What was asked for; several are joined by `or`. */
  readonly name: string;
  readonly matches: boolean;
  /** What matched, or what was compared when nothing did. */
  readonly matchedBy?: { readonly kind: ComparedNameKind; readonly value: string };
  readonly compared: readonly { readonly kind: ComparedNameKind; readonly value: string }[];
}

/** How a searching library compared the server name with the certificate. */
export interface NameCheck {
  readonly name: string;
  readonly matches: boolean;
  /** The presented name that matched. */
  readonly matchedBy?: string;
  /** The names that were compared, as the certificate has them. */
  readonly presented: readonly string[];
  readonly error?: VerifyEvent;
}
