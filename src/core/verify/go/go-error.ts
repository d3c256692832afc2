import type { VerifyEvent } from '../types.ts';

/** An error of crypto/x509: its type or reason, and what it prints. Returned, never thrown. */
export class GoError {
  readonly name: GoErrorName;
  readonly text: string;

  constructor(name: GoErrorName, text: string) {
    this.name = name;
    this.text = text;
  }

  toEvent(depth: number): VerifyEvent {
    return { library: 'go', code: 0, name: this.name, text: this.text, depth };
  }
}

/** Error types of crypto/x509; of `CertificateInvalidError` its reasons. */
export type GoErrorName =
  | 'ParseError'
  | 'UnhandledCriticalExtension'
  | 'NameMismatch'
  | 'Expired'
  | 'NotAuthorizedToSign'
  | 'TooManyIntermediates'
  | 'CANotAuthorizedForThisName'
  | 'TooManyConstraints'
  | 'IncompatibleUsage'
  | 'NoValidChains'
  | 'HostnameError'
  | 'UnknownAuthorityError'
  | 'SignatureLimit'
  | 'ConstraintSignatureError'
  | 'UnsupportedAlgorithm'
  | 'InsecureAlgorithmError'
  | 'VerificationFailure';
