import type { Certificate } from '../../pki/types.ts';
import type { IssuerCandidate, IssuerRejection, PathAttempt } from '../types.ts';
import type { WebpkiAnchor } from './parse-anchor.ts';
import type { WebpkiCertificate } from './parse-certificate.ts';
import type { SearchEnd } from './search-end.ts';
import { webpkiEvent } from './webpki-event.ts';
import { WebpkiError, type WebpkiErrorName } from './webpki-error.ts';

/** What is kept of a search; hostile input leads to many more. */
const maxAttempts = 100;
const maxCandidates = 400;

const REJECTIONS: Readonly<Partial<Record<WebpkiErrorName, IssuerRejection>>> = {
  CertExpired: 'not-valid-now',
  CertNotValidYet: 'not-valid-now',
  InvalidCertValidity: 'not-valid-now',
  InvalidSignatureForPublicKey: 'signature-invalid',
  EmptyEkuExtension: 'purpose-differs',
  RequiredEkuNotFound: 'purpose-differs',
  RequiredEkuNotFoundContext: 'purpose-differs',
  NameConstraintViolation: 'name-not-permitted',
  PathLenConstraintViolated: 'path-length-exceeded',
  EndEntityUsedAsCa: 'not-a-ca',
  UnsupportedSignatureAlgorithm: 'algorithm-refused',
  UnsupportedSignatureAlgorithmContext: 'algorithm-refused',
  UnsupportedSignatureAlgorithmForPublicKey: 'algorithm-differs',
  UnsupportedSignatureAlgorithmForPublicKeyContext: 'algorithm-differs',
  MaximumPathDepthExceeded: 'depth-exceeded',
  MaximumSignatureChecksExceeded: 'search-limit',
  MaximumPathBuildCallsExceeded: 'search-limit',
  MaximumNameConstraintComparisonsExceeded: 'search-limit',
  UnknownIssuer: 'no-way-on',
};

/** Collects which issuers and which whole paths a search tried, with the reason for each. */
export class SearchRecord {
  readonly attempts: PathAttempt[] = [];
  private readonly seen = new Map<string, IssuerCandidate>();
  private readonly depths = new Map<WebpkiError, number>();
  private deadEnd: WebpkiCertificate | undefined;

  get candidates(): readonly IssuerCandidate[] {
    return [...this.seen.values()];
  }

  /** Remembers which certificate of the path an error is about. */
  locate(error: WebpkiError, depth: number): WebpkiError {
    this.depths.set(error, depth);
    return error;
  }

  depthOf(error: WebpkiError): number {
    return this.depths.get(error) ?? 0;
  }

  /** The last certificate of the path is not fit, so the path ends there. */
  end(path: readonly WebpkiCertificate[], error: WebpkiError): void {
    this.locate(error, path.length - 1);
    this.deadEnd = path[path.length - 1];
    this.attempt(path.map(certificateOf), error);
  }

  anchor(path: readonly WebpkiCertificate[], anchor: WebpkiAnchor, found: SearchEnd): void {
    this.deadEnd = undefined;
    const head = path[path.length - 1];
    if (!head) return;
    const sameName = anchor.subject === head.issuer;
    if (sameName) this.attempt([...path.map(certificateOf), anchor.certificate], found);
    this.consider(
      head.certificate,
      anchor.certificate,
      'anchors',
      found,
      sameName ? null : 'subject-differs',
    );
  }

  /**
   * @param rejection why it was not even followed; null when the search went on from it
   * @returns `found`
   */
  intermediate(
    path: readonly WebpkiCertificate[],
    issuer: WebpkiCertificate,
    rejection: IssuerRejection | null,
    found: SearchEnd,
  ): SearchEnd {
    const head = path[path.length - 1];
    const own = rejection ?? (this.deadEnd === issuer ? null : 'no-way-on');
    this.deadEnd = undefined;
    if (head) this.consider(head.certificate, issuer.certificate, 'peer', found, own);
    return found;
  }

  private attempt(path: readonly Certificate[], found: SearchEnd): void {
    if (this.attempts.length >= maxAttempts) return;
    const error =
      found instanceof WebpkiError ? webpkiEvent(found, this.depthOf(found)) : undefined;
    this.attempts.push({ path, ...(error && { error }) });
  }

  private consider(
    of: Certificate,
    candidate: Certificate,
    from: 'anchors' | 'peer',
    found: SearchEnd,
    rejection: IssuerRejection | null,
  ): void {
    const key = `${from}/${of.fingerprint}/${candidate.fingerprint}`;
    const isFull = this.seen.size >= maxCandidates || this.seen.has(key);
    if (isFull && found instanceof WebpkiError) return;
    if (!(found instanceof WebpkiError)) {
      this.seen.set(key, { candidate, of, from, outcome: 'used', rejections: [] });
      return;
    }
    const reason = rejection ?? REJECTIONS[found.name] ?? 'invalid-extension';
    const error = webpkiEvent(found, this.depthOf(found));
    const rejections = [reason];
    this.seen.set(key, { candidate, of, from, outcome: 'rejected', rejections, error });
  }
}

function certificateOf({ certificate }: WebpkiCertificate): Certificate {
  return certificate;
}
