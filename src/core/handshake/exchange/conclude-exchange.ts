import type { VerifyEvent, VerifyResult } from '../../verify/types.ts';
import { endTexts } from './end-texts.ts';
import type { NegotiatedTls } from './negotiate.ts';
import type { ExchangeEnd, ExchangeFacts, ExchangeResult } from './types.ts';

/**
 * The verdict in the order of the wire: files, connection, TLS, then the gateway on the backend's certificate (nginx
 * asks only once TLS is complete), then the backend on the gateway's, which an nginx backend answers with 400 and a
 * strict one with an alert: inside the handshake up to TLS 1.2, after it in TLS 1.3.
 *
 * @see nginx `ngx_http_upstream_ssl_handshake`, `ngx_http_process_request` (495, 496, 497)
 */
export function concludeExchange(facts: ExchangeFacts): ExchangeResult {
  const end = endOf(facts);
  const negotiated = tlsOf(facts);
  const completed = COMPLETED.has(end) && !refusedInHandshake(facts, end) ? negotiated : null;
  const texts = endTexts(end, facts);
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

/** Ends that nginx reaches after the TLS handshake on its side. */
const COMPLETED: ReadonlySet<ExchangeEnd> = new Set([
  'ok',
  'server-chain',
  'server-name-mismatch',
  'client-certificate-missing',
  'client-certificate-refused',
  'client-certificate-alert',
]);

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
  if (client === 'client-certificate-alert' && tlsOf(facts)?.version !== 'TLSv1.3') return client;
  return serverEnd(facts) ?? client ?? 'ok';
}

/** The gateway on the backend's certificate: the chain, then, only if that is good, the name. */
function serverEnd({ request, serverCheck, hostCheck }: ExchangeFacts): ExchangeEnd | null {
  if (!request.gateway.verify) return null;
  if (serverCheck?.last) return 'server-chain';
  if (serverCheck?.ok !== true) return 'unknown';
  return hostCheck?.matches === true ? null : 'server-name-mismatch';
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
  if (clientCheck === null) return 'unknown';
  if (clientCheck.last === undefined) return clientCheck.ok ? null : 'unknown';
  if (strict) return 'client-certificate-alert';
  if (mode === 'optional_no_ca' && isTolerated(clientCheck.last.code)) return null;
  return 'client-certificate-refused';
}

/** The errors that `ssl_verify_client optional_no_ca` lets pass (`ngx_ssl_verify_error_optional`). */
export function isTolerated(code: number): boolean {
  return [18, 19, 20, 21, 27].includes(code);
}

function refusedInHandshake(facts: ExchangeFacts, end: ExchangeEnd): boolean {
  return end === 'client-certificate-alert' && tlsOf(facts)?.version !== 'TLSv1.3';
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
