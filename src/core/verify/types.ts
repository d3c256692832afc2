import type { Certificate } from '../pki/types.ts';

/** Answers whether `issuer`'s key verifies `subject`'s signature. `unsupported` is never "valid". */
export type SignatureVerdict = 'valid' | 'invalid' | 'unsupported';
export type SignatureChecker = (
  subject: Certificate,
  issuer: Certificate,
) => Promise<SignatureVerdict>;

export type Library = 'openssl' | 'boringssl' | 'webpki' | 'go';

/** An error in the library's own number, name and words. Depth 0 is the leaf. */
export interface VerifyEvent {
  readonly library: Library;
  readonly code: number;
  /** `X509_V_ERR_CERT_HAS_EXPIRED`. */
  readonly name: string;
  readonly text: string;
  readonly depth: number;
}

export interface VerifyRequest {
  /** What the peer sent, leaf first. Never empty. */
  readonly peerChain: readonly Certificate[];
  readonly anchors: readonly Certificate[];
  /** What the leaf is used as: `server` at the gateway, `client` at the backend. */
  readonly purpose: 'server' | 'client';
  /** Intermediates allowed between leaf and anchor (OpenSSL counting). */
  readonly depth: number;
  readonly securityLevel: 0 | 1 | 2 | 3 | 4 | 5;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly checkSignature: SignatureChecker;
  /** The OpenSSL release line; where they differ, `3.5` is taken when absent. */
  readonly release?: '3.0' | '3.5';
  /** X509_V_FLAG_X509_STRICT; no gateway sets it, `openssl verify -x509_strict` does. */
  readonly strict?: boolean;
}

export type IssuerRejection =
  | 'subject-differs'
  | 'key-id-differs'
  | 'serial-differs'
  | 'invalid-extension'
  | 'key-undecodable'
  | 'algorithm-differs'
  | 'not-preferred'
  /** `of` is self-signed and the trusted certificate of that name is another one. */
  | 'not-identical'
  | 'signature-invalid'
  | 'signature-unsupported'
  | 'not-trusted-here'
  | 'depth-exceeded';

/** One certificate that was considered as the issuer of another, in the order tried. */
export interface IssuerCandidate {
  readonly candidate: Certificate;
  readonly of: Certificate;
  readonly from: 'anchors' | 'peer';
  readonly outcome: 'used' | 'rejected';
  /** Every reason that holds, in the order the library would meet them. */
  readonly rejections: readonly IssuerRejection[];
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
}

/** Result of X509_check_host as nginx calls it. */
export interface HostCheck {
  readonly name: string;
  readonly matches: boolean;
  /** What matched, or what was compared when nothing did. */
  readonly matchedBy?: { readonly kind: 'dns-san' | 'common-name'; readonly value: string };
  readonly compared: readonly {
    readonly kind: 'dns-san' | 'common-name';
    readonly value: string;
  }[];
}
