import { WebpkiError } from './webpki-error.ts';

/**
 * What one verification may cost before it is given up.
 *
 * @see rustls-webpki 0.103.14 src/verify_cert.rs `Budget`
 */
export class Budget {
  private signatures = 100;
  private buildCalls = 200_000;
  private comparisons = 250_000;

  /** Each of these answers the fatal error once its budget is spent. */
  spendSignature(): WebpkiError | null {
    return this.signatures-- > 0 ? null : new WebpkiError('MaximumSignatureChecksExceeded');
  }

  spendBuildCall(): WebpkiError | null {
    return this.buildCalls-- > 0 ? null : new WebpkiError('MaximumPathBuildCallsExceeded');
  }

  spendComparison(): WebpkiError | null {
    if (this.comparisons-- > 0) return null;
    return new WebpkiError('MaximumNameConstraintComparisonsExceeded');
  }
}
