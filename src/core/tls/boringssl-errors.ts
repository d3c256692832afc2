import type { AlertNumber } from './alert-number.ts';

/** `SSL_R_*` of a received alert is 1000 and the alert; both the number and the name are printed. */
const ALERT_REASONS: Readonly<Record<AlertNumber, string>> = {
  40: 'SSLV3_ALERT_HANDSHAKE_FAILURE',
  42: 'SSLV3_ALERT_BAD_CERTIFICATE',
  43: 'SSLV3_ALERT_UNSUPPORTED_CERTIFICATE',
  44: 'SSLV3_ALERT_CERTIFICATE_REVOKED',
  45: 'SSLV3_ALERT_CERTIFICATE_EXPIRED',
  46: 'SSLV3_ALERT_CERTIFICATE_UNKNOWN',
  47: 'SSLV3_ALERT_ILLEGAL_PARAMETER',
  48: 'TLSV1_ALERT_UNKNOWN_CA',
  49: 'TLSV1_ALERT_ACCESS_DENIED',
  51: 'TLSV1_ALERT_DECRYPT_ERROR',
  70: 'TLSV1_ALERT_PROTOCOL_VERSION',
  80: 'TLSV1_ALERT_INTERNAL_ERROR',
  112: 'TLSV1_ALERT_UNRECOGNIZED_NAME',
  116: 'TLSV1_ALERT_CERTIFICATE_REQUIRED',
  120: 'TLSV1_ALERT_NO_APPLICATION_PROTOCOL',
};

/** Reasons of the SSL library that are no alerts (include/openssl/ssl.h). */
const REASONS = {
  BAD_ECC_CERT: 107,
  CERTIFICATE_VERIFY_FAILED: 125,
  HANDSHAKE_FAILURE_ON_CLIENT_HELLO: 154,
  WRONG_VERSION_NUMBER: 247,
  KEY_USAGE_BIT_INCORRECT: 302,
} as const;

export type BoringsslReason = keyof typeof REASONS;

/** `ERR_LIB_SSL` in the upper byte of an error code. */
const LIB_SSL = 16 * 2 ** 24;

/** One entry of BoringSSL's error queue as Envoy prints it: `268435581:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED`. */
export function boringsslError(reason: BoringsslReason): string {
  return entry(REASONS[reason], reason);
}

/** The entry that a received alert leaves. */
export function boringsslAlertError(alert: AlertNumber): string {
  return entry(1000 + alert, ALERT_REASONS[alert]);
}

function entry(reason: number, name: string): string {
  return `${LIB_SSL + reason}:SSL routines:OPENSSL_internal:${name}`;
}

const VERIFY_ALERTS: readonly (readonly [AlertNumber, readonly number[]])[] = [
  [48, [2, 3, 18, 19, 20, 21, 22, 24, 25, 33]],
  [42, [4, 5, 6, 13, 14, 15, 16, 27, 28, 62, 63, 64]],
  [51, [7, 8]],
  [45, [9, 10, 11, 12]],
  [44, [23]],
  [43, [26]],
  [80, [1, 17, 65, 66]],
];

/**
 * The alert that BoringSSL sends for a verify error; `certificate_unknown` for those without an entry.
 *
 * @see BoringSSL ssl/ssl_x509.cc `SSL_alert_from_verify_result`
 */
export function alertForBoringsslVerifyError(code: number): AlertNumber {
  return VERIFY_ALERTS.find(([, codes]) => codes.includes(code))?.[0] ?? 46;
}
