import type { Wording } from '../../../model/index.ts';
import type { EncodingLintCode } from '../encoding-rules.ts';
import { lintWording } from './lint-text.ts';

/** Texts for {@link EncodingLintCode}. */
export const encodingTexts: Record<EncodingLintCode, Wording> = {
  'LINT-NO-AUTHORITY-KEY-ID': lintWording({
    title: 'does not name the key of its issuer',
    detail: 'Without authorityKeyIdentifier the issuer is found by name alone.',
    action: 'Issue it with authorityKeyIdentifier.',
    source: 'RFC 5280 §4.2.1.1; pkilint pkix.authority_key_identifier_keyid_missing',
  }),
  'LINT-KEY-ID-CRITICAL': lintWording({
    title: 'has a critical key identifier',
    detail:
      '{found}: OpenSSL and BoringSSL answer 34 (unhandled critical extension), Go does not parse it.',
    action: 'Issue it again with key identifiers that are not critical.',
    source: 'RFC 5280 §4.2.1.1; zlint e_ext_authority_key_identifier_critical',
  }),
  'LINT-DUPLICATE-EXTENSION': lintWording({
    title: 'has an extension twice',
    detail: '{found}: Go does not parse it, the others take it for broken.',
    action: 'Issue it again.',
    source: 'RFC 5280 §4.2; zlint e_ext_duplicate_extension',
  }),
  'LINT-WEAK-DIGEST': lintWording({
    title: 'is signed with a broken digest',
    detail: '{found}: refused from security level 1 on, and by Go and rustls; Envoy takes SHA-1.',
    action: 'Issue it again with SHA-256.',
    source: 'RFC 9155; zlint e_sub_cert_or_sub_ca_using_sha1',
  }),
  'LINT-SMALL-RSA-KEY': lintWording({
    title: 'has an RSA key of less than 2048 bits',
    detail: '{found}: refused at security level 2, by rustls, and by Envoy as its own certificate.',
    action: 'Issue it for an RSA 2048 or a P-256 key.',
    source: 'NIST SP 800-57; zlint e_rsa_mod_less_than_2048_bits',
  }),
  'LINT-RSA-EXPONENT': lintWording({
    title: 'has an RSA key with a small public exponent',
    detail: 'Exponent {found}; 65537 is usual.',
    action: 'Make the key anew with the default exponent.',
    source: 'FIPS 186-5 §5.4; zlint e_rsa_public_exponent_too_small',
  }),
  'LINT-UNUSUAL-KEY': lintWording({
    title: 'has a key that not every gateway can use',
    detail: '{found}: Envoy, Go and rustls cannot verify anything with it.',
    action: 'Issue it for a P-256 key.',
    source: 'RFC 8446 §4.2.3; zlint e_ec_improper_curves',
  }),
  'LINT-VALIDITY-ORDER': lintWording({
    title: 'ends before it begins',
    detail: 'It was never valid: {found}.',
    action: 'Issue it again.',
    source: 'RFC 5280 §4.1.2.5; zlint e_validity_time_not_positive',
  }),
  'LINT-ALGORITHMS-DIFFER': lintWording({
    title: 'names two signature algorithms',
    detail: '{found}: OpenSSL calls the signature wrong (7).',
    action: 'Issue it again.',
    source: 'RFC 5280 §4.1.1.2; zlint e_cert_sig_alg_not_match_tbs_sig_alg',
  }),
  'LINT-SERIAL-NUMBER': lintWording({
    title: 'has an odd serial number',
    detail: '{found}: a serial number is not zero and has 20 octets at most.',
    action: 'Issue it again with a random positive serial number.',
    source: 'RFC 5280 §4.1.2.2; zlint e_serial_number_longer_than_20_octets',
  }),
  'LINT-NEGATIVE-SERIAL-NUMBER': lintWording({
    title: 'has a negative serial number',
    detail: '{found}: Go, in which the controllers are written, does not parse the certificate.',
    action: 'Issue it again with a random positive serial number.',
    source: 'RFC 5280 §4.1.2.2; zlint e_serial_number_not_positive',
  }),
  'LINT-VERSION': lintWording({
    title: 'is not of version 3',
    detail: 'Version {found} has no extensions, so no alternative names; rustls refuses it.',
    action: 'Issue it with extensions.',
    source: 'RFC 5280 §4.1.2.1; zlint e_invalid_certificate_version',
  }),
  'LINT-TIME-FORM': lintWording({
    title: 'writes a time in the wrong form',
    detail: '{found}: until 2049 it is YYMMDDHHMMSSZ, from 2050 on YYYYMMDDHHMMSSZ.',
    action: 'Issue it again.',
    source: 'RFC 5280 §4.1.2.5; zlint e_wrong_time_format_pre2050',
  }),
  'LINT-NO-KEY-USAGE-BITS': lintWording({
    title: 'has a keyUsage without any usage',
    detail: 'OpenSSL takes the certificate for broken.',
    action: 'Issue it with digitalSignature, or without keyUsage.',
    source: 'RFC 5280 §4.2.1.3; pkilint pkix.no_ku_bits_set',
  }),
};
