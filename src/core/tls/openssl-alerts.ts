import type { AlertNumber } from './alert-number.ts';

/** OpenSSL's words for a received alert (ssl/ssl_err.c); `*` stands for the version-dependent prefix. */
const ALERT_WORDS: Readonly<Record<AlertNumber, string>> = {
  40: '* alert handshake failure',
  42: '* alert bad certificate',
  43: '* alert unsupported certificate',
  44: '* alert certificate revoked',
  45: '* alert certificate expired',
  46: '* alert certificate unknown',
  47: '* alert illegal parameter',
  48: 'tlsv1 alert unknown ca',
  49: 'tlsv1 alert access denied',
  50: 'tlsv1 alert decode error',
  51: 'tlsv1 alert decrypt error',
  70: 'tlsv1 alert protocol version',
  80: 'tlsv1 alert internal error',
  112: 'tlsv1 unrecognized name',
  116: 'tlsv13 alert certificate required',
  120: 'tlsv1 alert no application protocol',
};

/**
 * The error queue entry that a received alert leaves:
 * `error:0A000418:SSL routines::tlsv1 alert unknown ca:SSL alert number 48`. OpenSSL up to 3.1 prints `sslv3 alert …`
 * where later ones print `ssl/tls alert …`.
 */
export function alertText(
  alert: AlertNumber,
  { legacyAlertPrefix }: { readonly legacyAlertPrefix: 'sslv3' | 'ssl/tls' },
): string {
  const reason = (1000 + alert).toString(16).toUpperCase().padStart(6, '0');
  const words = ALERT_WORDS[alert].replace('*', legacyAlertPrefix);
  return `error:0A${reason}:SSL routines::${words}:SSL alert number ${alert}`;
}

const VERIFY_ALERTS: ReadonlyMap<number, AlertNumber> = new Map<number, AlertNumber>([
  [1, 80],
  [2, 48],
  [3, 48],
  [4, 42],
  [5, 42],
  [6, 42],
  [7, 51],
  [8, 51],
  [9, 42],
  [10, 45],
  [11, 42],
  [12, 45],
  [13, 42],
  [14, 42],
  [17, 80],
  [18, 48],
  [19, 48],
  [20, 48],
  [21, 48],
  [22, 48],
  [23, 44],
  [25, 48],
  [26, 43],
  [27, 42],
  [28, 42],
  [33, 48],
  [50, 40],
  [62, 42],
  [63, 42],
  [64, 42],
  [66, 42],
  [67, 42],
  [68, 42],
  [69, 80],
  [70, 80],
  [79, 48],
  [94, 42],
]);

/**
 * The alert that an OpenSSL server sends for a verify error; `certificate_unknown` for those without an entry.
 *
 * @see OpenSSL ssl/statem/statem_lib.c `x509table`
 */
export function alertForVerifyError(code: number): AlertNumber {
  return VERIFY_ALERTS.get(code) ?? 46;
}
