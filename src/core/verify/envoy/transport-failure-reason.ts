const decodeError = '268435593:SSL routines:OPENSSL_internal:DECODE_ERROR';
const certificateVerifyFailed = '268435581:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED';

/**
 * `%UPSTREAM_TRANSPORT_FAILURE_REASON%` for a refused certificate (`source/common/tls/ssl_socket.cc:
 * drainErrorQueue`): BoringSSL's error, then the validator's detail.
 */
export function verifyFailureReason(detail: string): string {
  return `TLS_error:|${certificateVerifyFailed}:${detail}:TLS_error_end`;
}

/** The end of the reason for a certificate that BoringSSL does not load; parsing errors may stand before it. */
export const loadFailureReason = `TLS_error:|${decodeError}:TLS_error_end`;
