import type { AlertNumber } from '../../../tls/alert-number.ts';
import { boringsslAlertError, boringsslError } from '../../../tls/boringssl-errors.ts';
import { sharedVersion } from '../../../tls/tls-version.ts';
import { backendLog } from '../backend-log.ts';
import { backendOffer } from '../backend-offer.ts';
import { badRequestTexts } from '../bad-request.ts';
import { HELLO_ALERTS } from '../end-texts.ts';
import type { EndTexts, ExchangeFacts, GatewayReport } from '../types.ts';
import { strictAlert } from '../strict-alert.ts';
import type { ExchangeEnd } from '../sides.ts';
import { signingRefusal } from '../../../verify/boringssl/signing-usage.ts';
import type { EnvoyRelease } from './envoy-release.ts';

/**
 * What Envoy answers and logs. `gatewayError` is `%UPSTREAM_TRANSPORT_FAILURE_REASON%` or, where no TLS error was queued,
 * `%RESPONSE_CODE_DETAILS%`; for material that Envoy refuses it is the NACK.
 *
 * @see Envoy source/common/tls/ssl_socket.cc `drainErrorQueue`; source/common/router/router.cc `onUpstreamReset`
 */
export function envoyTexts(
  end: ExchangeEnd,
  facts: ExchangeFacts,
  release: EnvoyRelease,
): EndTexts {
  const sends = sentAlert(end, facts);
  const backendError = backendLog(end, facts, sends);
  const none = { httpStatus: null, httpDetail: null, gatewayError: null, backendError };
  switch (end) {
    case 'ok':
      return { ...none, httpStatus: 200 };
    case 'unknown':
    case 'backend-config':
      return none;
    case 'gateway-config':
      return {
        ...none,
        gatewayError: facts.gatewayFailure?.failure.text ?? '',
        ...withoutSecret(facts, release),
      };
    case 'plaintext-to-tls':
    case 'client-certificate-missing':
    case 'client-certificate-refused':
      return { ...none, ...badRequestTexts(end, facts) };
    default: {
      const report = failure(end, facts, release, sends);
      return {
        httpStatus: 503,
        httpDetail: '503 Service Unavailable',
        gatewayError: report.transportFailure ?? report.details,
        backendError,
        report,
      };
    }
  }
}

/**
 * A cluster that never got its secret has a transport socket that closes every connection as soon as it is there
 * (`source/common/tls/ssl_socket.cc: NotReadySslSocket`); seen with Envoy 1.40.
 */
function withoutSecret(
  { request }: ExchangeFacts,
  { quotesFailure }: EnvoyRelease,
): Pick<EndTexts, 'report'> {
  const { refused } = request.gateway;
  if (refused === undefined) return {};
  const { transportFailure } = refused;
  const reset = 'remote connection failure';
  const report = {
    ...resetTexts(reset, transportFailure, quotesFailure),
    transportFailure,
    flags: 'UF' as const,
    afterHandshake: false,
    sends: null,
  };
  return { report };
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
>;

function failure(
  end: FailedEnd,
  facts: ExchangeFacts,
  { quotesFailure }: EnvoyRelease,
  sends: AlertNumber | null,
): GatewayReport {
  const afterHandshake = isAfterHandshake(end, facts);
  const transportFailure = transportFailureOf(end, facts);
  return {
    ...resetTexts(resetReason(end, afterHandshake), transportFailure, quotesFailure),
    transportFailure,
    flags: afterHandshake ? 'UC' : 'UF',
    afterHandshake,
    sends,
  };
}

/** What the access log and the client are told of a reset. */
function resetTexts(
  reset: string,
  transportFailure: string | null,
  quotesFailure: boolean,
): Pick<GatewayReport, 'details' | 'body'> {
  const tail = transportFailure === null ? '' : `|${transportFailure.replaceAll(' ', '_')}`;
  const quoted =
    quotesFailure && transportFailure !== null
      ? `, transport failure reason: ${transportFailure}`
      : '';
  return {
    details: `upstream_reset_before_response_started{${reset.replaceAll(' ', '_')}${tail}}`,
    body: `upstream connect error or disconnect/reset before headers. reset reason: ${reset}${quoted}`,
  };
}

function resetReason(end: FailedEnd, afterHandshake: boolean): string {
  if (end === 'timeout-in-handshake') return 'connection timeout';
  return afterHandshake ? 'connection termination' : 'remote connection failure';
}

/** A client certificate is refused in TLS 1.3 when the client is done with the handshake. */
function isAfterHandshake(end: ExchangeEnd, { negotiated }: ExchangeFacts): boolean {
  const isTls13 = typeof negotiated !== 'string' && negotiated.version === 'TLSv1.3';
  return end === 'client-certificate-alert' && isTls13;
}

function transportFailureOf(end: FailedEnd, facts: ExchangeFacts): string | null {
  switch (end) {
    case 'connection-refused':
      return 'delayed connect error: Connection refused';
    case 'closed-in-handshake':
    case 'reset-in-handshake':
    case 'timeout-in-handshake':
      return null;
    case 'tls-to-plaintext':
      return tlsError(boringsslError('WRONG_VERSION_NUMBER'));
    case 'server-curve':
      return tlsError(boringsslError('BAD_ECC_CERT'));
    case 'server-key-usage':
      return keyUsageError(facts);
    case 'server-chain':
    case 'server-name-mismatch':
      return facts.serverRefusal?.reason ?? null;
    default:
      return alertFailure(end, facts);
  }
}

function keyUsageError({ server }: ExchangeFacts): string | null {
  const leaf = server?.pair?.chain[0];
  const refusal = leaf === undefined ? null : signingRefusal(leaf);
  return refusal === null ? null : tlsError(boringsslError(refusal));
}

type AlertEnd = keyof typeof HELLO_ALERTS | 'server-name-rejected' | 'client-certificate-alert';

/** BoringSSL adds an entry when the very first answer is handshake_failure. */
function alertFailure(end: AlertEnd, facts: ExchangeFacts): string | null {
  const alert = receivedAlert(end, facts);
  if (alert === null) return null;
  const entries = [boringsslAlertError(alert)];
  if (alert === 40 && isFirstAnswer(end, facts))
    entries.push(boringsslError('HANDSHAKE_FAILURE_ON_CLIENT_HELLO'));
  return tlsError(...entries);
}

function receivedAlert(end: AlertEnd, facts: ExchangeFacts): AlertNumber | null {
  if (end === 'client-certificate-alert') return strictAlert(facts);
  if (end !== 'server-name-rejected') return HELLO_ALERTS[end];
  const { backend } = facts.request;
  return backend.kind === 'strict' && backend.software === 'node' ? null : 112;
}

/** Go finds out in TLS 1.2 that its key cannot sign when its ServerHello is out. */
function isFirstAnswer(end: AlertEnd, { server, request, offer }: ExchangeFacts): boolean {
  if (end === 'client-certificate-alert' || server === null) return false;
  const backend = backendOffer(server.block, request);
  const version = sharedVersion(offer.versions, backend.versions);
  const isLate = !backend.holdsCertificatesToGroups && version !== 'TLSv1.3';
  return !(end === 'no-signature-algorithm' && isLate);
}

/** The alert with which Envoy breaks off; for a key usage it does not like it sends one in TLS 1.3 only. */
function sentAlert(end: ExchangeEnd, { serverRefusal, negotiated }: ExchangeFacts) {
  const isTls13 = typeof negotiated !== 'string' && negotiated.version === 'TLSv1.3';
  if (end === 'server-curve' || (end === 'server-key-usage' && isTls13)) return 47;
  const refuses = end === 'server-chain' || end === 'server-name-mismatch';
  return refuses ? (serverRefusal?.alert ?? null) : null;
}

function tlsError(...entries: readonly string[]): string {
  return `TLS_error:${entries.map((entry) => `|${entry}`).join('')}:TLS_error_end`;
}
