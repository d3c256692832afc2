import { signatureAlgorithm } from '../../pki/certificate-signature-algorithms.ts';
import { decodePssParameters } from '../../pki/certificate-pss-parameters.ts';
import { decodeRsaPublicKey } from '../../pki/certificate-public-key.ts';
import { integerToNumber } from '../../pki/der/integer.ts';
import { extensionOids } from '../../pki/extensions/extension-oids.ts';
import type { Certificate } from '../../pki/types.ts';
import { sameAlgorithm } from '../libcrypto/same-algorithm.ts';
import { found, type LintRule } from './lint-rule.ts';

export type EncodingLintCode =
  | 'LINT-NO-AUTHORITY-KEY-ID'
  | 'LINT-KEY-ID-CRITICAL'
  | 'LINT-DUPLICATE-EXTENSION'
  | 'LINT-WEAK-DIGEST'
  | 'LINT-SMALL-RSA-KEY'
  | 'LINT-RSA-EXPONENT'
  | 'LINT-UNUSUAL-KEY'
  | 'LINT-VALIDITY-ORDER'
  | 'LINT-ALGORITHMS-DIFFER'
  | 'LINT-SERIAL-NUMBER'
  | 'LINT-NEGATIVE-SERIAL-NUMBER'
  | 'LINT-VERSION'
  | 'LINT-TIME-FORM'
  | 'LINT-NO-KEY-USAGE-BITS';

/** RFC 5280 §4.2.1.1: all but self-signed certificates name their issuer's key. */
function noAuthorityKeyId({ extensions, subject, issuer }: Certificate) {
  if (subject.canonical === issuer.canonical) return null;
  return extensions.authorityKeyId?.keyId === undefined ? {} : null;
}

/** RFC 5280 §4.2.1.1, §4.2.1.2: never critical; OpenSSL and BoringSSL answer 34, Go does not parse it. */
function keyIdCritical({ rawExtensions }: Certificate) {
  const critical = rawExtensions.filter((extension) => extension.critical).map(({ oid }) => oid);
  return found([
    ...(critical.includes(extensionOids.authorityKeyId) ? ['authorityKeyIdentifier'] : []),
    ...(critical.includes(extensionOids.subjectKeyId) ? ['subjectKeyIdentifier'] : []),
  ]);
}

/** RFC 5280 §4.2: each extension once. */
function duplicateExtension({ duplicateExtensions }: Certificate) {
  return found(duplicateExtensions);
}

/** SHA-1 and MD5 signatures: refused from security level 1 on, by Go and by rustls. */
function weakDigest({
  signatureAlgorithm: { oid, parameters },
  signatureText,
  subject,
  issuer,
}: Certificate) {
  // A self-signed certificate is trusted for what it is, not for its signature.
  if (subject.canonical === issuer.canonical) return null;
  const digest = decodePssParameters(parameters)?.digest ?? signatureAlgorithm(oid)?.digest;
  return digest === 'SHA-1' || digest === 'MD5' ? { found: signatureText } : null;
}

/** Less than 2048 bits: refused at Debian's security level, by rustls, and as Envoy's own certificate. */
function smallRsaKey({ publicKey: { family, bits, text } }: Certificate) {
  const isRsa = family === 'RSA' || family === 'RSA-PSS';
  return isRsa && bits !== null && bits < 2048 ? { found: text } : null;
}

/** FIPS 186-5 §5.4: the public exponent is odd and more than 65536. */
function rsaExponent({ publicKey }: Certificate) {
  if (publicKey.family !== 'RSA' && publicKey.family !== 'RSA-PSS') return null;
  const exponent = decodeRsaPublicKey(publicKey.keyBytes)?.exponent;
  const value = exponent && integerToNumber(exponent);
  return value !== undefined && value < 65_537 ? { found: String(value) } : null;
}

const usualCurves = ['P-256', 'P-384', 'P-521'];

/** Keys that Envoy, rustls or Go cannot use: other curves, Ed448, DSA. */
function unusualKey({ publicKey: { family, curve, text } }: Certificate) {
  if (family === 'EC') return usualCurves.includes(curve ?? '') ? null : { found: text };
  return family === 'Ed448' || family === 'DSA' || family === 'other' ? { found: text } : null;
}

/** RFC 5280 §4.1.2.5: it begins before it ends. */
function validityOrder({ notBefore, notAfter }: Certificate) {
  if (notBefore.epoch === null || notAfter.epoch === null) return null;
  if (notBefore.epoch < notAfter.epoch) return null;
  return { found: `${notBefore.raw} to ${notAfter.raw}` };
}

/** RFC 5280 §4.1.1.2: OpenSSL then calls the signature wrong (7). */
function algorithmsDiffer(certificate: Certificate) {
  if (sameAlgorithm(certificate)) return null;
  const { signatureAlgorithm: outer, tbsSignatureAlgorithm: inner } = certificate;
  return { found: `${inner.oid} inside, ${outer.oid} outside` };
}

/** RFC 5280 §4.1.2.2: not zero, 20 octets at most. */
function serialNumber({ serial }: Certificate) {
  const isFine = serial.startsWith('-') || (serial !== '0' && serial.length <= 40);
  return isFine ? null : { found: serial };
}

/** RFC 5280 §4.1.2.2: positive; Go does not parse another one (`GODEBUG=x509negativeserial`). */
function negativeSerialNumber({ serial }: Certificate) {
  return serial.startsWith('-') ? { found: serial } : null;
}

/** RFC 5280 §4.1.2.1: with extensions it is version 3; rustls takes no other. */
function version({ version: number }: Certificate) {
  return number === 3 ? null : { found: String(number) };
}

/** RFC 5280 §4.1.2.5: UTCTime through 2049, GeneralizedTime from 2050 on, both to the second and in Z. */
function timeForm({ notBefore, notAfter }: Certificate) {
  const odd = [notBefore, notAfter].filter(
    ({ epoch, raw }) => epoch === null || (raw.length === 15 && epoch < Date.UTC(2050, 0, 1)),
  );
  return found(odd.map(({ raw }) => raw));
}

/** RFC 5280 §4.2.1.3: at least one bit; OpenSSL calls the certificate broken. */
function noKeyUsageBits({ extensions }: Certificate) {
  return extensions.keyUsage?.length === 0 ? {} : null;
}

/** Rules for every certificate: how it is written, and with which algorithms. */
export const encodingRules: readonly LintRule<EncodingLintCode>[] = [
  {
    code: 'LINT-NO-AUTHORITY-KEY-ID',
    severity: 'note',
    page: 'pkix.authority_key_identifier_keyid_missing',
    check: noAuthorityKeyId,
  },
  {
    code: 'LINT-KEY-ID-CRITICAL',
    severity: 'warning',
    page: 'e_ext_authority_key_identifier_critical',
    check: keyIdCritical,
  },
  {
    code: 'LINT-DUPLICATE-EXTENSION',
    severity: 'warning',
    page: 'e_ext_duplicate_extension',
    check: duplicateExtension,
  },
  {
    code: 'LINT-WEAK-DIGEST',
    severity: 'warning',
    page: 'e_sub_cert_or_sub_ca_using_sha1',
    check: weakDigest,
  },
  {
    code: 'LINT-SMALL-RSA-KEY',
    severity: 'warning',
    page: 'e_rsa_mod_less_than_2048_bits',
    check: smallRsaKey,
  },
  {
    code: 'LINT-RSA-EXPONENT',
    severity: 'note',
    page: 'e_rsa_public_exponent_too_small',
    check: rsaExponent,
  },
  {
    code: 'LINT-UNUSUAL-KEY',
    severity: 'warning',
    page: 'e_ec_improper_curves',
    check: unusualKey,
  },
  {
    code: 'LINT-VALIDITY-ORDER',
    severity: 'warning',
    page: 'e_validity_time_not_positive',
    check: validityOrder,
  },
  {
    code: 'LINT-ALGORITHMS-DIFFER',
    severity: 'warning',
    page: 'e_cert_sig_alg_not_match_tbs_sig_alg',
    check: algorithmsDiffer,
  },
  {
    code: 'LINT-SERIAL-NUMBER',
    severity: 'note',
    page: 'e_serial_number_longer_than_20_octets',
    check: serialNumber,
  },
  {
    code: 'LINT-NEGATIVE-SERIAL-NUMBER',
    severity: 'warning',
    page: 'e_serial_number_not_positive',
    check: negativeSerialNumber,
  },
  {
    code: 'LINT-VERSION',
    severity: 'warning',
    page: 'e_invalid_certificate_version',
    check: version,
  },
  {
    code: 'LINT-TIME-FORM',
    severity: 'note',
    page: 'e_wrong_time_format_pre2050',
    check: timeForm,
  },
  {
    code: 'LINT-NO-KEY-USAGE-BITS',
    severity: 'warning',
    page: 'pkix.no_ku_bits_set',
    check: noKeyUsageBits,
  },
];
