import type { Certificate } from '../../pki/types.ts';
import { authorityRules, type AuthorityLintCode } from './authority-rules.ts';
import { clientRules } from './client-rules.ts';
import { encodingRules, type EncodingLintCode } from './encoding-rules.ts';
import { runRules, type LintFinding } from './lint-rule.ts';
import { nameRules, type NameLintCode } from './name-rules.ts';
import { serverUsageRules, type ServerUsageLintCode } from './server-usage-rules.ts';

export type LintCode = NameLintCode | ServerUsageLintCode | AuthorityLintCode | EncodingLintCode;

/**
 * What is odd about the certificate of a private backend, whatever today's verdict on it: names, usages, encoding,
 * algorithms. Data in the order of the rules; `lintCatalogue` words it.
 */
export function lintServerCertificate(certificate: Certificate): readonly LintFinding<LintCode>[] {
  return [
    ...runRules(nameRules, certificate),
    ...runRules(serverUsageRules, certificate),
    ...runRules(encodingRules, certificate),
  ];
}

/** The same for the certificate of a CA: an intermediate or a trust anchor. */
export function lintAuthorityCertificate(
  certificate: Certificate,
): readonly LintFinding<LintCode>[] {
  return [...runRules(authorityRules, certificate), ...runRules(encodingRules, certificate)];
}

/** The same for the certificate that a gateway presents to its backends. */
export function lintClientCertificate(certificate: Certificate): readonly LintFinding<LintCode>[] {
  return runRules(clientRules, certificate);
}
