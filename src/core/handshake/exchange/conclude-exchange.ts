import { isCurveOffered, type NegotiatedTls } from '../../tls/negotiate.ts';
import type { VerifyEvent, VerifyResult } from '../../verify/types.ts';
import { backendOffer } from './backend-offer.ts';
import type { ExchangeFacts, ExchangeResult } from './types.ts';
import type { ExchangeEnd } from './sides.ts';

/**
 * The verdict in the order of the wire: files, connection, TLS, then the gateway on the backend's certificate (inside
 * the handshake; nginx only once TLS is complete), then the backend on the gateway's, which an nginx backend answers
 * with 400 and a strict one with an alert: inside the handshake up to TLS 1.2, after it in TLS 1.3.
 *
 * @see nginx `ngx_http_upstream_ssl_handshake`, `ngx_http_process_request` (495, 496, 497)
 */
export function concludeExchange(facts: ExchangeFacts): ExchangeResult {
  const end = endOf(facts);
  const negotiated = tlsOf(facts);
  const completed = isCompleted(end, facts) ? negotiated : null;
  const texts = facts.engine.texts(end, facts);
  const clientSide = clientColumns(end, facts);
  return {
    end,
    stage: end === 'gateway-config' || end === 'backend-config' ? end : 'request',
    ok: end === 'ok',
    ...texts,
    gatewayErrorCode: end === 'server-chain' ? (facts.serverCheck?.last ?? null) : null,
    backendErrorCode:
      end === 'client-certificate-refused' ? (facts.clientCheck?.last ?? null) : null,
    gatewayTrace: negotiated && traceOf(facts.serverCheck),
    backendTrace: completed && traceOf(facts.clientCheck),
    sni: WITHOUT_HELLO.has(end) ? null : facts.sni,
    hostCheck: completed && hostColumn(facts, end),
    tls: completed,
    ...clientSide,
    facts,
  };
}

/** Ends that leave the gateway with a finished handshake. */
function isCompleted(end: ExchangeEnd, facts: ExchangeFacts): boolean {
  switch (end) {
    case 'ok':
    case 'client-certificate-missing':
    case 'client-certificate-refused':
      return true;
    case 'server-chain':
    case 'server-name-mismatch':
      return !facts.engine.judgesInHandshake;
    case 'client-certificate-alert':
      return tlsOf(facts)?.version === 'TLSv1.3';
    default:
      return false;
  }
}

/** Ends without a ClientHello. */
const WITHOUT_HELLO: ReadonlySet<ExchangeEnd> = new Set([
  'gateway-config',
  'backend-config',
  'connection-refused',
  'plaintext-to-tls',
]);

function endOf(facts: ExchangeFacts): ExchangeEnd {
  if (facts.gatewayFailure) return 'gateway-config';
  if (facts.backendFailure) return 'backend-config';
  return connectionEnd(facts) ?? tlsEnd(facts) ?? verdictEnd(facts);
}

function connectionEnd({ request }: ExchangeFacts): ExchangeEnd | null {
  const encrypted = request.gateway.scheme === 'https';
  const { kind } = request.backend;
  switch (kind) {
    case 'absent':
      return 'backend-config';
    case 'refuses-connection':
      return 'connection-refused';
    case 'closes':
      return 'closed-in-handshake';
    case 'resets':
      return 'reset-in-handshake';
    case 'silent':
      return 'timeout-in-handshake';
    case 'plaintext':
      return encrypted ? 'tls-to-plaintext' : 'ok';
    case 'unknown':
      return 'unknown';
    case 'nginx':
    case 'strict':
      return encrypted ? null : 'plaintext-to-tls';
    default:
      return kind satisfies never;
  }
}

function tlsEnd(facts: ExchangeFacts): ExchangeEnd | null {
  if (facts.server?.block.reject === true) return 'server-name-rejected';
  const { negotiated } = facts;
  if (typeof negotiated !== 'string') return null;
  return negotiated === 'not-tls' ? 'unknown' : negotiated;
}

function verdictEnd(facts: ExchangeFacts): ExchangeEnd {
  const client = clientEnd(facts);
  const server = facts.engine.judge(facts);
  const breaksOff = client === 'client-certificate-alert' || client === 'client-curve';
  const first = breaksOff && tlsOf(facts)?.version !== 'TLSv1.3';
  if (first && !facts.engine.judgesInHandshake) return client;
  return server ?? client ?? 'ok';
}

/** The backend on the gateway's certificate, whatever the gateway thinks of the backend's; null when it is content. */
export function clientEnd(facts: ExchangeFacts): ExchangeEnd | null {
  const { request, server, clientChain, clientCheck } = facts;
  const mode = server?.block.verifyClient ?? 'off';
  if (mode === 'off') return null;
  const strict = request.backend.kind === 'strict';
  if (clientChain.length === 0) {
    if (mode !== 'on') return null;
    return strict ? 'client-certificate-alert' : 'client-certificate-missing';
  }
  if (strict && clientCheck?.last) return 'client-certificate-alert';
  if (isClientCurveRefused(facts)) return 'client-curve';
  if (clientCheck === null) return 'unknown';
  if (clientCheck.last === undefined) return clientCheck.ok ? null : 'unknown';
  if (mode === 'optional_no_ca' && isTolerated(clientCheck.last.code)) return null;
  return 'client-certificate-refused';
}

/** The errors that `ssl_verify_client optional_no_ca` lets pass (`ngx_ssl_verify_error_optional`). */
export function isTolerated(code: number): boolean {
  return [18, 19, 20, 21, 27].includes(code);
}

/**
 * In TLS 1.2 an OpenSSL server holds the client's EC key to the groups that the client offered.
 *
 * @see OpenSSL ssl/t1_lib.c `tls12_check_peer_sigalg`
 */
function isClientCurveRefused(facts: ExchangeFacts): boolean {
  const { request, server, clientChain, offer } = facts;
  const [leaf] = clientChain;
  if (leaf === undefined || server === null || tlsOf(facts)?.version !== 'TLSv1.2') return false;
  const { holdsCertificatesToGroups } = backendOffer(server.block, request);
  return holdsCertificatesToGroups && !isCurveOffered(leaf.publicKey, offer);
}

function tlsOf({ negotiated }: ExchangeFacts): NegotiatedTls | null {
  return typeof negotiated === 'string' ? null : negotiated;
}

function traceOf(check: VerifyResult | null): readonly VerifyEvent[] | null {
  return check?.events ?? null;
}

function hostColumn(facts: ExchangeFacts, end: ExchangeEnd): ExchangeResult['hostCheck'] {
  if (!facts.request.gateway.verify || end === 'server-chain') return null;
  return facts.hostCheck?.matches === true ? 'match' : 'no match';
}

/** `$ssl_client_verify` and `$ssl_client_s_dn` of the request that an nginx backend logged. */
function clientColumns(
  end: ExchangeEnd,
  facts: ExchangeFacts,
): Pick<ExchangeResult, 'clientVerify' | 'clientSubject'> {
  if (end === 'plaintext-to-tls' || end === 'tls-to-plaintext')
    return { clientVerify: null, clientSubject: null };
  const asked = ['ok', 'client-certificate-missing', 'client-certificate-refused'].includes(end);
  if (!asked) return { clientVerify: null, clientSubject: null };
  const { clientCheck, clientChain } = facts;
  if (clientCheck === null) return { clientVerify: 'NONE', clientSubject: null };
  const subject = clientChain[0]?.subject.attributes ?? [];
  const names = [...subject].reverse().map(({ short, value }) => `${short}=${value}`);
  return {
    clientVerify: clientCheck.last ? `FAILED:${clientCheck.last.text}` : 'SUCCESS',
    clientSubject: names.join(','),
  };
}
