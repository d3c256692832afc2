import type { Certificate } from '../../pki/types.ts';
import type { IssuerCandidate, IssuerRejection, PathAttempt } from '../types.ts';
import type { GoCertificateFields } from './go-certificate.ts';
import type { GoError, GoErrorName } from './go-error.ts';

const REASONS: Readonly<Partial<Record<GoErrorName, IssuerRejection>>> = {
  UnhandledCriticalExtension: 'critical-extension',
  Expired: 'not-valid-now',
  NotAuthorizedToSign: 'not-a-ca',
  TooManyIntermediates: 'path-length-exceeded',
  CANotAuthorizedForThisName: 'name-not-permitted',
  ConstraintSignatureError: 'not-a-ca',
  UnsupportedAlgorithm: 'algorithm-refused',
  InsecureAlgorithmError: 'algorithm-refused',
  VerificationFailure: 'signature-invalid',
  SignatureLimit: 'search-limit',
};

/** Collects which issuers and which whole chains a search tried, with the reason for each. */
export class GoSearchRecord {
  readonly attempts: PathAttempt[] = [];
  private readonly seen = new Map<string, IssuerCandidate>();

  get candidates(): readonly IssuerCandidate[] {
    return [...this.seen.values()];
  }

  /** @param reason when it does not follow from the error; without both the candidate was taken */
  candidate(
    child: GoCertificateFields,
    parent: GoCertificateFields,
    role: 'root' | 'intermediate',
    error: GoError | null,
    reason: IssuerRejection | null,
  ): void {
    const [of, candidate] = [child.certificate, parent.certificate];
    const from = role === 'root' ? 'anchors' : 'peer';
    const key = `${from}/${of.fingerprint}/${candidate.fingerprint}`;
    const rejection = reason ?? (error && (REASONS[error.name] ?? 'no-way-on'));
    if (rejection !== null && this.seen.get(key)?.outcome === 'used') return;
    this.seen.set(key, {
      candidate,
      of,
      from,
      outcome: rejection === null ? 'used' : 'rejected',
      rejections: rejection === null ? [] : [rejection],
      ...(error && { error: error.toEvent(0) }),
    });
  }

  /** A whole chain, refused or not. */
  chain(certificates: readonly Certificate[], error: GoError | null): void {
    this.attempts.push({ path: certificates, ...(error && { error: error.toEvent(0) }) });
  }
}
