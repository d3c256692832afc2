import type { VerifyEvent } from '../../verify/types.ts';

/** webpki's errors by the X509_V_ERR number that says the same. */
const WEBPKI: Readonly<Record<string, number>> = {
  UnknownIssuer: 20,
  CertExpired: 10,
  CertNotValidYet: 9,
  InvalidSignatureForPublicKey: 7,
  RequiredEkuNotFound: 26,
  RequiredEkuNotFoundContext: 26,
  EmptyEkuExtension: 26,
  EndEntityUsedAsCa: 79,
  PathLenConstraintViolated: 25,
  MaximumPathDepthExceeded: 22,
  NameConstraintViolation: 47,
  UnsupportedNameType: 51,
  MalformedNameConstraint: 52,
  InvalidNetworkMaskConstraint: 52,
  UnsupportedCriticalExtension: 34,
};

/** Go's errors likewise; its `Expired` says both that and "not yet valid". */
const GO: Readonly<Record<string, number>> = {
  UnknownAuthorityError: 20,
  VerificationFailure: 7,
  NotAuthorizedToSign: 79,
  ConstraintSignatureError: 79,
  TooManyIntermediates: 25,
  IncompatibleUsage: 26,
  UnhandledCriticalExtension: 34,
  CANotAuthorizedForThisName: 47,
  TooManyConstraints: 52,
  InsecureAlgorithmError: 68,
};

/** Numbers that BoringSSL uses in another sense than OpenSSL 3. */
const BORINGSSL: Readonly<Record<number, number>> = { 24: 79, 66: 0, 67: 47 };

/**
 * The number by which one library's error is told like another's: OpenSSL 3's X509_V_ERR for the same thing; 0 when it has
 * none. Logs and evidence keep the library's own number and words.
 */
export function errorNumber({ library, code, name, text }: VerifyEvent): number {
  switch (library) {
    case 'openssl':
      return code;
    case 'boringssl':
      return BORINGSSL[code] ?? code;
    case 'webpki':
      return WEBPKI[name] ?? 0;
    case 'go':
      if (name === 'Expired') return text.includes(' is before ') ? 9 : 10;
      return GO[name] ?? 0;
    default:
      return library satisfies never;
  }
}

/** What a library calls its error: `error 20`, `UnknownIssuer`. */
export function errorLabel({ library, code, name }: VerifyEvent): string {
  return library === 'webpki' || library === 'go' ? name : `error ${code}`;
}

const LIBRARIES = {
  openssl: 'OpenSSL',
  boringssl: 'BoringSSL',
  webpki: 'rustls-webpki',
  go: 'Go crypto/x509',
} as const satisfies Readonly<Record<VerifyEvent['library'], string>>;

/** A library in sentences. */
export function libraryName(library: VerifyEvent['library']): string {
  return LIBRARIES[library];
}
