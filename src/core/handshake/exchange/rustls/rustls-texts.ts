import type { AlertNumber } from '../../../tls/alert-number.ts';
import { rustlsAlertError } from '../../../tls/rustls-errors.ts';
import { backendLog } from '../backend-log.ts';
import { badRequestTexts } from '../bad-request.ts';
import { HELLO_ALERTS } from '../end-texts.ts';
import type { EndTexts, ExchangeFacts } from '../types.ts';
import { strictAlert } from '../strict-alert.ts';
import type { ExchangeEnd } from '../sides.ts';

/**
 * What agentgateway answers and logs: its own error text is the body of the 503 and the `error` of its request log.
 *
 * @see agentgateway crates/agentgateway/src/proxy/mod.rs `ProxyError::into_response`; rustls src/error.rs
 */
export function rustlsTexts(end: ExchangeEnd, facts: ExchangeFacts): EndTexts {
  const sends = sentAlert(end, facts);
  const backendError = backendLog(end, facts, sends);
  const none = { httpStatus: null, httpDetail: null, gatewayError: null, backendError };
  switch (end) {
    case 'ok':
      return { ...none, httpStatus: 200 };
    case 'unknown':
    case 'backend-config':
      return none;
    case 'server-curve':
    case 'server-key-usage':
      // Only BoringSSL refuses these two.
      return none;
    case 'gateway-config':
      return { ...none, gatewayError: facts.gatewayFailure?.failure.text ?? '' };
    case 'plaintext-to-tls':
    case 'client-certificate-missing':
    case 'client-certificate-refused':
      return { ...none, ...badRequestTexts(end, facts) };
    default: {
      const afterHandshake = isAfterHandshake(end, facts);
      const transportFailure = reasonOf(end, facts, afterHandshake);
      const stage = afterHandshake ? 'SendRequest: connection error' : 'Connect';
      const body = `upstream call failed: ${stage}: ${transportFailure}`;
      const report = { transportFailure, flags: null, details: null, body, afterHandshake, sends };
      const httpDetail = '503 Service Unavailable';
      return { httpStatus: 503, httpDetail, gatewayError: body, backendError, report };
    }
  }
}

type FailedEnd = Exclude<
  ExchangeEnd,
  | 'ok'
  | 'unknown'
  | 'backend-config'
  | 'gateway-config'
  | 'plaintext-to-tls'
  | 'client-certificate-missing'
  | 'client-certificate-refused'
  | 'server-curve'
  | 'server-key-usage'
>;

function reasonOf(end: FailedEnd, facts: ExchangeFacts, afterHandshake: boolean): string {
  switch (end) {
    case 'connection-refused':
      return 'Connection refused (os error 111)';
    case 'closed-in-handshake':
      return 'tls handshake eof';
    case 'reset-in-handshake':
      return 'Connection reset by peer (os error 104)';
    case 'timeout-in-handshake':
      return 'deadline has elapsed';
    case 'tls-to-plaintext':
      return 'received corrupt message of type InvalidContentType';
    case 'server-chain':
    case 'server-name-mismatch':
      return facts.serverRefusal?.reason ?? '';
    case 'server-name-rejected':
      return rustlsAlertError(112);
    case 'client-certificate-alert':
      return refusedText(strictAlert(facts), afterHandshake);
    default:
      return rustlsAlertError(HELLO_ALERTS[end]);
  }
}

/** Node drops the connection without an alert. */
function refusedText(alert: AlertNumber | null, afterHandshake: boolean): string {
  if (alert !== null) return rustlsAlertError(alert);
  return afterHandshake
    ? 'peer closed connection without sending TLS close_notify'
    : 'tls handshake eof';
}

/** A client certificate is refused in TLS 1.3 when the client is done with the handshake. */
function isAfterHandshake(end: ExchangeEnd, { negotiated }: ExchangeFacts): boolean {
  const isTls13 = typeof negotiated !== 'string' && negotiated.version === 'TLSv1.3';
  return end === 'client-certificate-alert' && isTls13;
}

function sentAlert(end: ExchangeEnd, { serverRefusal }: ExchangeFacts): AlertNumber | null {
  const refuses = end === 'server-chain' || end === 'server-name-mismatch';
  return refuses ? (serverRefusal?.alert ?? null) : null;
}
