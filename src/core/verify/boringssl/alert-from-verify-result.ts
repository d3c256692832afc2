/** A TLS alert by its number and its name in RFC 8446 §6. */
export interface TlsAlert {
  readonly number: number;
  readonly name: string;
}

const alerts = {
  handshakeFailure: { number: 40, name: 'handshake_failure' },
  badCertificate: { number: 42, name: 'bad_certificate' },
  unsupportedCertificate: { number: 43, name: 'unsupported_certificate' },
  certificateRevoked: { number: 44, name: 'certificate_revoked' },
  certificateExpired: { number: 45, name: 'certificate_expired' },
  certificateUnknown: { number: 46, name: 'certificate_unknown' },
  unknownCa: { number: 48, name: 'unknown_ca' },
  decryptError: { number: 51, name: 'decrypt_error' },
  internalError: { number: 80, name: 'internal_error' },
} as const satisfies Record<string, TlsAlert>;

const byCode = new Map<number, TlsAlert>([
  ...[2, 3, 18, 19, 20, 21, 22, 24, 25, 33].map((code) => [code, alerts.unknownCa] as const),
  ...[4, 5, 6, 13, 14, 15, 16, 27, 28, 62, 63, 64].map(
    (code) => [code, alerts.badCertificate] as const,
  ),
  ...[7, 8].map((code) => [code, alerts.decryptError] as const),
  ...[9, 10, 11, 12].map((code) => [code, alerts.certificateExpired] as const),
  [23, alerts.certificateRevoked],
  ...[1, 17, 65, 66].map((code) => [code, alerts.internalError] as const),
  [50, alerts.handshakeFailure],
  [26, alerts.unsupportedCertificate],
]);

/** The alert that BoringSSL sends for a verification error (`ssl_x509.cc: SSL_alert_from_verify_result`). */
export function alertFromVerifyResult(code: number): TlsAlert {
  return byCode.get(code) ?? alerts.certificateUnknown;
}
