import { queueEntry } from '../boringssl/queue/queue-entry.ts';

const start = 'TLS_error:';
const decodeError = queueEntry('SSL_DECODE_ERROR');
const certificateVerifyFailed = '268435581:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED';

/**
 * `%UPSTREAM_TRANSPORT_FAILURE_REASON%` for a refused certificate (`source/common/tls/ssl_socket.cc:
 * drainErrorQueue`): BoringSSL's error, then the validator's detail.
 */
export function verifyFailureReason(detail: string): string {
  return `${start}|${certificateVerifyFailed}:${detail}:TLS_error_end`;
}

/** The reason for a certificate that BoringSSL does not load; `withQueue` completes it. */
export const loadFailureReason = `${start}|${decodeError}:TLS_error_end`;

/** A reason with what else was in the error queue before its entry, as the whole queue is drained into it. */
export function withQueue(reason: string, queue: readonly string[]): string {
  return `${start}${queue.map((entry) => `|${entry}`).join('')}${reason.slice(start.length)}`;
}

/** A certificate that does not load is an error to its parser, and twice to the handshake. */
export const loadFailureEntry = decodeError;
