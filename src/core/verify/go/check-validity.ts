import type { GoCertificateFields } from './go-certificate.ts';
import { GoError } from './go-error.ts';

/** Where in the chain the certificate would stand. */
export type GoRole = 'leaf' | 'intermediate' | 'root';

/**
 * Whether the certificate is fit to be appended to the chain, leaf first. keyUsage is not looked at here; a root
 * need not be a CA.
 *
 * @param at milliseconds since the epoch
 * @see Go 1.26 src/crypto/x509/verify.go `isValid`
 */
export function checkValidity(
  certificate: GoCertificateFields,
  role: GoRole,
  chain: readonly GoCertificateFields[],
  at: number,
): GoError | null {
  if (certificate.hasUnhandledCritical) {
    return new GoError('UnhandledCriticalExtension', 'x509: unhandled critical extension');
  }
  const { notBefore, notAfter, basicConstraints } = certificate;
  if (at < notBefore) return expired(at, 'before', notBefore);
  if (at > notAfter) return expired(at, 'after', notAfter);
  if (role === 'intermediate' && basicConstraints?.ca !== true) {
    const text = 'x509: certificate is not authorized to sign other certificates';
    return new GoError('NotAuthorizedToSign', text);
  }
  const pathLength = basicConstraints?.pathLength ?? -1;
  if (pathLength >= 0 && chain.length - 1 > pathLength) {
    const text = 'x509: too many intermediates for path length constraint';
    return new GoError('TooManyIntermediates', text);
  }
  return null;
}

function expired(at: number, side: 'before' | 'after', limit: number): GoError {
  const detail = `current time ${rfc3339(at)} is ${side} ${rfc3339(limit)}`;
  return new GoError('Expired', `x509: certificate has expired or is not yet valid: ${detail}`);
}

function rfc3339(time: number): string {
  return Number.isFinite(time) ? new Date(time).toISOString().replace(/\.\d+Z$/, 'Z') : '';
}
