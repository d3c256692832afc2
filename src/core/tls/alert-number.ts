/** The alerts of RFC 8446 §6.2 that these handshakes can carry. */
export type AlertNumber =
  40 | 42 | 43 | 44 | 45 | 46 | 47 | 48 | 49 | 50 | 51 | 70 | 80 | 112 | 116 | 120;

const NAMES: Readonly<Record<AlertNumber, string>> = {
  40: 'handshake_failure',
  42: 'bad_certificate',
  43: 'unsupported_certificate',
  44: 'certificate_revoked',
  45: 'certificate_expired',
  46: 'certificate_unknown',
  47: 'illegal_parameter',
  48: 'unknown_ca',
  49: 'access_denied',
  50: 'decode_error',
  51: 'decrypt_error',
  70: 'protocol_version',
  80: 'internal_error',
  112: 'unrecognized_name',
  116: 'certificate_required',
  120: 'no_application_protocol',
};

/** Narrows a number from elsewhere. */
export function isAlertNumber(value: number): value is AlertNumber {
  return value in NAMES;
}

/** The alert in the words of the RFC: `unknown_ca`. */
export function alertName(alert: AlertNumber): string {
  return NAMES[alert];
}
