import type { AlertNumber } from './alert-number.ts';

/** `AlertDescription` as its derived Debug prints it. */
const ALERT_NAMES: Readonly<Record<AlertNumber, string>> = {
  40: 'HandshakeFailure',
  42: 'BadCertificate',
  43: 'UnsupportedCertificate',
  44: 'CertificateRevoked',
  45: 'CertificateExpired',
  46: 'CertificateUnknown',
  47: 'IllegalParameter',
  48: 'UnknownCA',
  49: 'AccessDenied',
  50: 'DecodeError',
  51: 'DecryptError',
  70: 'ProtocolVersion',
  80: 'InternalError',
  112: 'UnrecognisedName',
  116: 'CertificateRequired',
  120: 'NoApplicationProtocol',
};

/** What rustls says about a received alert: `received fatal alert: UnknownCA`. */
export function rustlsAlertError(alert: AlertNumber): string {
  return `received fatal alert: ${ALERT_NAMES[alert]}`;
}

const CERTIFICATE_ALERTS: readonly (readonly [AlertNumber, RegExp])[] = [
  [
    42,
    /^(?:BadEncoding|BadDer|BadDerTime|TrailingData|UnhandledCriticalExtension|NotValidForName|CertNotValidForName)/,
  ],
  [45, /^(?:Expired|NotValidYet|CertExpired|CertNotValidYet|InvalidCertValidity)/],
  [44, /^(?:Revoked|CertRevoked)/],
  [48, /^(?:UnknownIssuer|UnknownRevocationStatus|ExpiredRevocationList|CrlExpired)/],
  [51, /^(?:BadSignature|InvalidSignatureForPublicKey|UnsupportedSignatureAlgorithm)/],
  [43, /^(?:InvalidPurpose|RequiredEkuNotFound)/],
];

/**
 * The alert that rustls sends for a certificate error, named as webpki or rustls name it; `certificate_unknown` for
 * what rustls only wraps (`Other`).
 *
 * @see rustls src/error.rs `impl From<CertificateError> for AlertDescription`; src/webpki/mod.rs `pki_error`
 */
export function alertForWebpkiError(name: string): AlertNumber {
  return CERTIFICATE_ALERTS.find(([, names]) => names.test(name))?.[0] ?? 46;
}
