import type { HandshakeFindingCode } from '../../handshake/findings.ts';
import type { Finding } from '../../model/index.ts';
import type { LintCode } from '../../verify/index.ts';

/** What a handshake says of a certificate when the rule is what it fails, or is warned, for. */
const SAID_BY: Readonly<Partial<Record<LintCode, readonly HandshakeFindingCode[]>>> = {
  'LINT-NO-DNS-NAME': ['TLS-NO-SAN', 'TLS-HOST-MISMATCH'],
  'LINT-SMALL-RSA-KEY': ['TLS-WEAK-KEY'],
  'LINT-WEAK-DIGEST': ['TLS-WEAK-SIGNATURE'],
  'LINT-USAGES-DISAGREE': ['TLS-CERT-PURPOSE'],
  'LINT-LEAF-IS-CA': ['TLS-CERT-REFUSED'],
  'LINT-KEY-ID-CRITICAL': ['TLS-CERT-REFUSED'],
  'LINT-DUPLICATE-EXTENSION': ['TLS-CERT-REFUSED'],
  'LINT-VERSION': ['TLS-CERT-REFUSED'],
  'LINT-VALIDITY-ORDER': ['TLS-CERT-NOT-YET-VALID', 'TLS-SERVER-CERT-EXPIRED'],
  'LINT-NO-KEY-USAGE-BITS': ['TLS-CERT-REFUSED', 'TLS-CERT-PURPOSE'],
};

/** Whether one of `findings` says of a certificate, by fingerprint, what a rule would say again. */
export function saidAlready(
  findings: readonly Finding[],
): (code: LintCode, fingerprint: string) => boolean {
  const said = new Set(findings.map(({ code, params }) => `${code} ${params.certificate ?? ''}`));
  return (code, fingerprint) =>
    (SAID_BY[code] ?? []).some((other) => said.has(`${other} ${fingerprint}`));
}
