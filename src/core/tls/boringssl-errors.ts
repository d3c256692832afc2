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
  50: 'TLSV1_ALERT_DECODE_ERROR',
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
  HANDSHAKE_FAILURE_ON_CLIENT_HELLO: 154,
  WRONG_VERSION_NUMBER: 247,
  CANNOT_PARSE_LEAF_CERT: 272,
  KEY_USAGE_BIT_INCORRECT: 302,
} as const;

export type BoringsslReason = keyof typeof REASONS;

/** `ERR_LIB_SSL` in the upper byte of an error code. */
const LIB_SSL = 16 * 2 ** 24;

/** One entry of BoringSSL's error queue as Envoy prints it: `268435703:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER`. */
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
