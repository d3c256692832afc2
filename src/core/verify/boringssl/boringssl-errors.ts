import { opensslError, type OpensslError } from '../openssl/openssl-errors.ts';

/** Numbers whose name or text is BoringSSL's own (`crypto/x509/x509_txt.cc`, `include/openssl/x509.h`). */
const own = new Map<number, readonly [name: string, text: string]>([
  [1, ['X509_V_ERR_UNSPECIFIED', 'unknown certificate verification error']],
  [18, ['X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT', 'self signed certificate']],
  [19, ['X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN', 'self signed certificate in certificate chain']],
  [24, ['X509_V_ERR_INVALID_CA', 'invalid CA certificate']],
  [26, ['X509_V_ERR_INVALID_PURPOSE', 'unsupported certificate purpose']],
  [44, ['X509_V_ERR_DIFFERENT_CRL_SCOPE', 'Different CRL scope']],
  [45, ['X509_V_ERR_UNSUPPORTED_EXTENSION_FEATURE', 'Unsupported extension feature']],
  [62, ['X509_V_ERR_HOSTNAME_MISMATCH', 'Hostname mismatch']],
  [63, ['X509_V_ERR_EMAIL_MISMATCH', 'Email address mismatch']],
  [65, ['X509_V_ERR_INVALID_CALL', 'Invalid certificate verification context']],
  [66, ['X509_V_ERR_STORE_LOOKUP', 'Issuer certificate lookup error']],
  [
    67,
    [
      'X509_V_ERR_NAME_CONSTRAINTS_WITHOUT_SANS',
      'Issuer has name constraints but leaf has no SANs',
    ],
  ],
]);

/** The highest number that BoringSSL took over from OpenSSL; 55 came to OpenSSL after the fork. */
const lastShared = 64;
const unknownText = 'unknown certificate verification error';

/** Name and text of an error number as BoringSSL's `X509_verify_cert_error_string` has them. */
export function boringsslError(code: number): OpensslError {
  const entry = own.get(code);
  if (entry) return { name: entry[0], text: entry[1] };
  if (code >= 0 && code <= lastShared && code !== 55) return opensslError(code);
  return { name: `X509_V_ERR_${String(code)}`, text: unknownText };
}
