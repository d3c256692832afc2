import type { CipherSuite } from './cipher-suites.ts';
import type { SignatureScheme } from './signature-schemes.ts';
import type { TlsVersion } from './tls-version.ts';

/** What both ends of a handshake bring along; lists stand in order of preference. */
interface Offer {
  readonly versions: readonly TlsVersion[];
  /** TLS 1.3 suites by name. */
  readonly suites13: readonly string[];
  readonly suites12: readonly CipherSuite[];
  /** Key exchange groups: `X25519`, `P-256`. */
  readonly groups: readonly string[];
  readonly schemes: readonly SignatureScheme[];
  /** Application protocols; null when the end takes no part in ALPN. */
  readonly alpn: readonly string[] | null;
}

/** What a ClientHello says. */
export interface ClientOffer extends Offer {
  /** What the client itself can sign with when it is asked for a certificate. */
  readonly ownSchemes: readonly SignatureScheme[];
  /** BoringSSL refuses, in TLS 1.2, an EC leaf on a curve that it did not offer as a group (`BAD_ECC_CERT`). */
  readonly holdsLeafToGroups: boolean;
}

/** What a server can answer with. */
export interface ServerOffer extends Offer {
  /** Chooses by its own order of suites instead of the client's. */
  readonly ownOrder: boolean;
  /**
   * OpenSSL: in TLS 1.2 an EC certificate, its own or the client's, counts only when the client offered its curve as a
   * group. Go looks at neither.
   */
  readonly holdsCertificatesToGroups: boolean;
}
