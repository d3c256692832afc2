/** `ERR_LIB_*` and what `ERR_lib_error_string` calls it (include/openssl/err.h, crypto/err/err.cc). */
const libraries = {
  RSA: [4, 'RSA routines'],
  EVP: [6, 'public key routines'],
  X509: [11, 'X.509 certificate routines'],
  ASN1: [12, 'ASN.1 encoding routines'],
  SSL: [16, 'SSL routines'],
  X509V3: [20, 'X509 V3 routines'],
  ECDSA: [26, 'ECDSA routines'],
} as const;

/** Reason codes by library (include/openssl/*.h). */
const reasons = {
  ASN1_BOOLEAN_IS_WRONG_LENGTH: 106,
  ASN1_DECODE_ERROR: 109,
  ASN1_DIGEST_AND_KEY_TYPE_NOT_SUPPORTED: 111,
  ASN1_INVALID_BIT_STRING_BITS_LEFT: 141,
  ASN1_INVALID_OBJECT_ENCODING: 146,
  ASN1_NESTED_ASN1_ERROR: 158,
  ASN1_NO_MATCHING_CHOICE_TYPE: 163,
  ASN1_SEQUENCE_LENGTH_MISMATCH: 168,
  ASN1_STRING_TOO_SHORT: 174,
  ASN1_UNKNOWN_SIGNATURE_ALGORITHM: 184,
  ASN1_WRONG_PUBLIC_KEY_TYPE: 189,
  ASN1_INVALID_BIT_STRING_PADDING: 194,
  ASN1_INVALID_INTEGER: 196,
  ECDSA_BAD_SIGNATURE: 100,
  EVP_UNSUPPORTED_ALGORITHM: 128,
  EVP_INVALID_SIGNATURE: 131,
  RSA_BAD_ENCODING: 100,
  RSA_BAD_SIGNATURE: 105,
  RSA_BLOCK_TYPE_IS_NOT_01: 107,
  RSA_DATA_LEN_NOT_EQUAL_TO_MOD_LEN: 112,
  RSA_DATA_TOO_LARGE: 113,
  RSA_DATA_TOO_LARGE_FOR_MODULUS: 115,
  RSA_FIRST_OCTET_INVALID: 122,
  RSA_LAST_OCTET_INVALID: 127,
  RSA_PADDING_CHECK_FAILED: 136,
  RSA_SLEN_CHECK_FAILED: 138,
  RSA_SLEN_RECOVERY_FAILED: 139,
  SSL_DECODE_ERROR: 137,
  X509_INVALID_PSS_PARAMETERS: 112,
  X509_PUBLIC_KEY_DECODE_ERROR: 125,
  X509_INVALID_PARAMETER: 136,
  X509_SIGNATURE_ALGORITHM_MISMATCH: 137,
  X509_INVALID_VERSION: 140,
  X509_INVALID_POLICY_EXTENSION: 144,
  X509V3_TRAILING_DATA_IN_EXTENSION: 164,
} as const;

/** One of BoringSSL's errors: its library and its reason. */
export type QueueReason = keyof typeof reasons;

/** An entry of BoringSSL's error queue as Envoy prints it: `67108969:RSA routines:OPENSSL_internal:BAD_SIGNATURE`. */
export function queueEntry(reason: QueueReason): string {
  const [library, name] = split(reason);
  const [number, words] = libraries[library];
  return `${String(number * 2 ** 24 + reasons[reason])}:${words}:OPENSSL_internal:${name}`;
}

/** `ERR_R_EVP_LIB` of the X.509 code: an error of the library below, whose name stands for the reason. */
export const evpFailed = `${String(11 * 2 ** 24 + 6)}:${libraries.X509[1]}:OPENSSL_internal:${libraries.EVP[1]}`;

function split(reason: QueueReason): readonly [keyof typeof libraries, string] {
  const at = reason.indexOf('_');
  const library = reason.slice(0, at);
  if (!isLibrary(library)) throw new Error(`no library ${library}`);
  return [library, reason.slice(at + 1)];
}

function isLibrary(name: string): name is keyof typeof libraries {
  return Object.hasOwn(libraries, name);
}
