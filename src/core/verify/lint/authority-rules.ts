import { extensionOids } from '../../pki/extensions/extension-oids.ts';
import type { Certificate } from '../../pki/types.ts';
import { found, type LintRule } from './lint-rule.ts';

export type AuthorityLintCode =
  | 'LINT-CA-CONSTRAINTS-NOT-CRITICAL'
  | 'LINT-CA-WITHOUT-KEY-USAGE'
  | 'LINT-CA-WITHOUT-CRL-SIGN'
  | 'LINT-CA-WITHOUT-KEY-ID'
  | 'LINT-NAME-CONSTRAINTS-NOT-CRITICAL'
  | 'LINT-NAME-CONSTRAINTS-MINIMUM'
  | 'LINT-IP-CONSTRAINTS';

function isUncritical({ rawExtensions }: Certificate, wanted: string): boolean {
  return rawExtensions.some(({ oid, critical }) => oid === wanted && !critical);
}

/** RFC 5280 §4.2.1.9; X509_STRICT answers 89. */
function constraintsNotCritical(certificate: Certificate) {
  return isUncritical(certificate, extensionOids.basicConstraints) ? {} : null;
}

/** RFC 5280 §4.2.1.3: a CA certificate has keyUsage; X509_STRICT answers 92. */
function withoutKeyUsage({ extensions }: Certificate) {
  return extensions.keyUsage ? null : {};
}

/** Needed as soon as somebody checks revocation (`proxy_ssl_crl`, `ssl_crl`): OpenSSL answers 35 then. */
function withoutCrlSign({ extensions: { keyUsage } }: Certificate) {
  return keyUsage && !keyUsage.includes('cRLSign') ? { found: keyUsage.join(', ') } : null;
}

/** RFC 5280 §4.2.1.2: without one, two CAs of one name cannot be told apart. */
function withoutKeyId({ extensions }: Certificate) {
  return extensions.subjectKeyId === undefined ? {} : null;
}

/** RFC 5280 §4.2.1.10. */
function nameConstraintsNotCritical(certificate: Certificate) {
  return isUncritical(certificate, extensionOids.nameConstraints) ? {} : null;
}

function subtrees({ extensions: { nameConstraints } }: Certificate) {
  return nameConstraints ? [...nameConstraints.permitted, ...nameConstraints.excluded] : [];
}

/** RFC 5280 §4.2.1.10: minimum is zero, maximum absent; OpenSSL and BoringSSL answer 49. */
function constraintsMinimum(certificate: Certificate) {
  const odd = subtrees(certificate).filter(
    ({ hasMaximum, minimumIsZero }) => hasMaximum || !minimumIsZero,
  );
  return found(odd.map(({ base }) => base.value));
}

/** BoringSSL knows no address constraints: Envoy refuses every certificate with an address below such a CA (51). */
function ipConstraints(certificate: Certificate) {
  const addresses = subtrees(certificate).filter(({ base }) => base.kind === 'ip');
  return found(addresses.map(({ base }) => base.value));
}

/** Rules for CA certificates. */
export const authorityRules: readonly LintRule<AuthorityLintCode>[] = [
  {
    code: 'LINT-CA-CONSTRAINTS-NOT-CRITICAL',
    severity: 'note',
    page: 'e_basic_constraints_not_critical',
    check: constraintsNotCritical,
  },
  {
    code: 'LINT-CA-WITHOUT-KEY-USAGE',
    severity: 'note',
    page: 'e_ca_key_usage_missing',
    check: withoutKeyUsage,
  },
  {
    code: 'LINT-CA-WITHOUT-CRL-SIGN',
    severity: 'note',
    page: 'e_ca_crl_sign_not_set',
    check: withoutCrlSign,
  },
  {
    code: 'LINT-CA-WITHOUT-KEY-ID',
    severity: 'note',
    page: 'e_ext_subject_key_identifier_missing_ca',
    check: withoutKeyId,
  },
  {
    code: 'LINT-NAME-CONSTRAINTS-NOT-CRITICAL',
    severity: 'note',
    page: 'e_ext_name_constraints_not_critical',
    check: nameConstraintsNotCritical,
  },
  {
    code: 'LINT-NAME-CONSTRAINTS-MINIMUM',
    severity: 'warning',
    page: 'e_name_constraint_minimum_non_zero',
    check: constraintsMinimum,
  },
  {
    code: 'LINT-IP-CONSTRAINTS',
    severity: 'warning',
    page: 'BoringSSL name_constraints.cc',
    check: ipConstraints,
  },
];
