/** Ranks of `webpki::Error::rank`: of two errors of a search, the one that ranks higher is reported. */
const RANKS = {
  CertExpired: 290,
  CertNotValidYet: 290,
  CertNotValidForName: 280,
  InvalidSignatureForPublicKey: 260,
  SignatureAlgorithmMismatch: 250,
  EmptyEkuExtension: 245,
  RequiredEkuNotFoundContext: 240,
  RequiredEkuNotFound: 240,
  NameConstraintViolation: 230,
  PathLenConstraintViolated: 220,
  CaUsedAsEndEntity: 210,
  EndEntityUsedAsCa: 210,
  InvalidCertValidity: 190,
  InvalidNetworkMaskConstraint: 180,
  UnsupportedSignatureAlgorithmForPublicKeyContext: 150,
  UnsupportedSignatureAlgorithmForPublicKey: 150,
  UnsupportedSignatureAlgorithmContext: 140,
  UnsupportedSignatureAlgorithm: 140,
  UnsupportedCriticalExtension: 130,
  UnsupportedCertVersion: 130,
  UnsupportedNameType: 95,
  MaximumPathDepthExceeded: 61,
  MalformedDnsIdentifier: 60,
  MalformedNameConstraint: 50,
  TrailingData: 40,
  ExtensionValueInvalid: 30,
  BadDerTime: 20,
  BadDer: 10,
  MaximumSignatureChecksExceeded: 0,
  MaximumPathBuildCallsExceeded: 0,
  MaximumNameConstraintComparisonsExceeded: 0,
  UnknownIssuer: 0,
} as const;

export type WebpkiErrorName = keyof typeof RANKS;

const FATAL: ReadonlySet<WebpkiErrorName> = new Set([
  'MaximumSignatureChecksExceeded',
  'MaximumPathBuildCallsExceeded',
  'MaximumNameConstraintComparisonsExceeded',
]);

/**
 * One `webpki::Error`. Values of this class are returned, never thrown.
 *
 * @see rustls-webpki 0.103.14 src/error.rs
 */
export class WebpkiError {
  readonly name: WebpkiErrorName;
  /** As `{:?}` prints it: `CertExpired { time: UnixTime(1), not_after: UnixTime(0) }`. */
  readonly debug: string;
  /** As rustls prints the certificate error it makes of it. */
  readonly display: string;

  /** @param display rustls' words; its catch-all variant when absent */
  constructor(name: WebpkiErrorName, debug: string = name, display?: string) {
    this.name = name;
    this.debug = debug;
    this.display = display ?? (RUSTLS_NAMES[name] || `Other(OtherError(${debug}))`);
  }

  /** A spent budget ends the whole search. */
  get isFatal(): boolean {
    return FATAL.has(this.name);
  }

  /** `Error::most_specific`: of equals the earlier one stays. */
  mostSpecific(later: WebpkiError): WebpkiError {
    return RANKS[this.name] >= RANKS[later.name] ? this : later;
  }
}

/** Variants of rustls' `CertificateError` without fields. @see rustls 0.23.43 src/webpki/mod.rs `pki_error` */
const RUSTLS_NAMES: Readonly<Partial<Record<WebpkiErrorName, string>>> = {
  BadDer: 'BadEncoding',
  BadDerTime: 'BadEncoding',
  TrailingData: 'BadEncoding',
  InvalidCertValidity: 'Expired',
  UnknownIssuer: 'UnknownIssuer',
  InvalidSignatureForPublicKey: 'BadSignature',
  UnsupportedSignatureAlgorithm: 'UnsupportedSignatureAlgorithm',
  UnsupportedSignatureAlgorithmForPublicKey: 'UnsupportedSignatureAlgorithm',
  RequiredEkuNotFound: 'InvalidPurpose',
};

/** The ASN.1 encoding is broken. */
export const badDer = new WebpkiError('BadDer');

/** Octets are left over, or an expected element has another tag, while reading that type. */
export function trailingData(type: string): WebpkiError {
  return new WebpkiError('TrailingData', `TrailingData(${type})`);
}
