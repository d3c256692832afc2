import type { Wording } from '../../../model/index.ts';
import type { AuthorityLintCode } from '../authority-rules.ts';
import type { ServerUsageLintCode } from '../server-usage-rules.ts';
import { lintWording } from './lint-text.ts';

/** Texts for {@link ServerUsageLintCode} and {@link AuthorityLintCode}. */
export const usageTexts: Record<ServerUsageLintCode | AuthorityLintCode, Wording> = {
  'LINT-NO-EXTENDED-KEY-USAGE': lintWording({
    title: 'does not say what it is for',
    detail: 'Without extendedKeyUsage it may serve and log in alike, so a stolen one does both.',
    action: 'Issue it with extendedKeyUsage serverAuth.',
    source: 'RFC 5280 §4.2.1.12; zlint e_sub_cert_eku_missing',
  }),
  'LINT-USAGES-DISAGREE': lintWording({
    title: 'is for TLS servers by one extension and not by the other',
    detail: 'extendedKeyUsage has serverAuth, keyUsage only {found}: OpenSSL answers 26.',
    action: 'Add digitalSignature to keyUsage.',
    source: 'RFC 5280 §4.2.1.12; zlint e_key_usage_and_extended_key_usage_inconsistent',
  }),
  'LINT-LEAF-SIGNS-CERTIFICATES': lintWording({
    title: 'has keyCertSign and is no CA',
    detail: 'keyCertSign belongs to CAs; strict readers answer 82.',
    action: 'Leave keyCertSign out.',
    source: 'RFC 5280 §4.2.1.3; zlint e_sub_cert_key_usage_cert_sign_bit_set',
  }),
  'LINT-USAGE-NOT-FOR-KEY': lintWording({
    title: 'has a key usage that its key cannot serve',
    detail: '{found} means nothing for {key}.',
    action: 'Leave it out; digitalSignature is what TLS 1.3 uses.',
    source: 'RFC 5480 §3, RFC 8410 §5; pkilint pkix.key_usage_value_prohibited_for_ec',
  }),
  'LINT-LEAF-IS-CA': lintWording({
    title: 'is a CA certificate',
    detail:
      'A server that presents it holds a key that can issue certificates; rustls refuses it (CaUsedAsEndEntity).',
    action: 'Issue one with CA:FALSE for the server.',
    source: 'RFC 5280 §4.2.1.9; zlint e_sub_cert_not_is_ca',
  }),
  'LINT-LEAF-PATH-LENGTH': lintWording({
    title: 'has a path length and is no CA',
    detail:
      'pathLenConstraint {found} without CA:TRUE: BoringSSL takes the certificate for broken.',
    action: 'Leave pathLenConstraint out.',
    source: 'RFC 5280 §4.2.1.9; pkilint pkix.basic_constraints_has_pathlen_for_non_ca',
  }),
  'LINT-LEAF-NAME-CONSTRAINTS': lintWording({
    title: 'has name constraints and is no CA',
    detail: 'They hold for certificates issued below, of which there are none.',
    action: 'Leave nameConstraints out, or put them into the CA.',
    source: 'RFC 5280 §4.2.1.10; zlint e_ext_name_constraints_not_in_ca',
  }),
  'LINT-CA-CONSTRAINTS-NOT-CRITICAL': lintWording({
    title: 'has basicConstraints that are not critical',
    detail: 'Strict readers answer 89 (Basic Constraints of CA cert not marked critical).',
    action: 'Mark basicConstraints critical when the CA is renewed.',
    source: 'RFC 5280 §4.2.1.9; zlint e_basic_constraints_not_critical',
  }),
  'LINT-CA-WITHOUT-KEY-USAGE': lintWording({
    title: 'has no keyUsage',
    detail: 'A CA says that it signs certificates; strict readers answer 92.',
    action: 'Add keyUsage keyCertSign and cRLSign when the CA is renewed.',
    source: 'RFC 5280 §4.2.1.3; zlint e_ca_key_usage_missing',
  }),
  'LINT-CA-WITHOUT-CRL-SIGN': lintWording({
    title: 'may not sign revocation lists',
    detail: 'keyUsage has {found} alone: with proxy_ssl_crl or ssl_crl OpenSSL answers 35.',
    action: 'Add cRLSign before revocation is checked.',
    source: 'RFC 5280 §4.2.1.3; zlint e_ca_crl_sign_not_set',
  }),
  'LINT-CA-WITHOUT-KEY-ID': lintWording({
    title: 'has no subject key identifier',
    detail: 'Two CAs of one name, as after a renewal with a new key, cannot be told apart.',
    action: 'Add subjectKeyIdentifier when the CA is renewed.',
    source: 'RFC 5280 §4.2.1.2; zlint e_ext_subject_key_identifier_missing_ca',
  }),
  'LINT-NAME-CONSTRAINTS-NOT-CRITICAL': lintWording({
    title: 'has name constraints that are not critical',
    detail: 'A reader that does not know them may pass over them.',
    action: 'Mark nameConstraints critical.',
    source: 'RFC 5280 §4.2.1.10; zlint e_ext_name_constraints_not_critical',
  }),
  'LINT-NAME-CONSTRAINTS-MINIMUM': lintWording({
    title: 'has name constraints with a minimum or maximum',
    detail: '{found}: OpenSSL and BoringSSL refuse every certificate with such a name (49).',
    action: 'Leave minimum and maximum out.',
    source: 'RFC 5280 §4.2.1.10; zlint e_name_constraint_minimum_non_zero',
  }),
  'LINT-IP-CONSTRAINTS': lintWording({
    title: 'has name constraints for IP addresses',
    detail:
      '{found}: Envoy refuses every certificate with an address below it (51, unsupported name constraint type).',
    action: 'Constrain DNS names, or leave addresses out of the certificates below.',
    source: 'BoringSSL crypto/x509/v3_ncons.cc',
  }),
};
