import type { AlertNumber } from '../../tls/alert-number.ts';
import { alertText } from '../../tls/openssl-alerts.ts';
import { certificateFlags } from '../../verify/openssl/certificate-flags.ts';
import type { ExchangeFacts } from './types.ts';
import type { ExchangeEnd } from './sides.ts';

const READING_HEADERS = 'while reading client request headers';
const SHAKING = 'while SSL handshaking';

/** What an OpenSSL server leaves in its error queue when it refuses a ClientHello or a client's key. */
const REFUSALS = {
  'no-shared-version': 'error:0A000102:SSL routines::unsupported protocol',
  'no-shared-cipher': 'error:0A0000C1:SSL routines::no shared cipher',
  'no-shared-group': 'error:0A000065:SSL routines::no suitable key share',
  'no-signature-algorithm': 'error:0A000076:SSL routines::no suitable signature algorithm',
  'no-application-protocol': 'error:0A0000EB:SSL routines::no application protocol',
  'client-curve': 'error:0A00017A:SSL routines::wrong curve',
} as const;

/**
 * What the backend logs, level included, for every way an exchange can end; null when it logs nothing or its software
 * is not nginx (an `openssl s_server` is quoted for refused clients, and echo-basic when it does not start).
 *
 * @param sends the alert with which the gateway breaks off; null when it closes the connection without one
 */
export function backendLog(
  end: ExchangeEnd,
  facts: ExchangeFacts,
  sends: AlertNumber | null,
): string | null {
  const lines = [staleErrorText(end, facts), plainLog(end, facts, sends)];
  return lines.filter((line) => line !== null).join(' | ') || null;
}

function plainLog(
  end: ExchangeEnd,
  facts: ExchangeFacts,
  sends: AlertNumber | null,
): string | null {
  if (end === 'backend-config') return startLog(facts);
  if (end === 'tls-to-plaintext') return plaintextLog(facts);
  if (end === 'client-certificate-alert') return strictLog(facts);
  return facts.request.backend.kind === 'nginx' ? nginxLog(end, facts, sends) : null;
}

function startLog({ backendFailure, request: { backend } }: ExchangeFacts): string | null {
  if (backend.kind === 'absent') return backend.log;
  return backendFailure?.log ?? null;
}

function nginxLog(
  end: ExchangeEnd,
  facts: ExchangeFacts,
  sends: AlertNumber | null,
): string | null {
  const error = facts.clientCheck?.last;
  switch (end) {
    case 'plaintext-to-tls':
      return `[info] client sent plain HTTP request to HTTPS port ${READING_HEADERS}`;
    case 'client-certificate-missing':
      return `[info] client sent no required SSL certificate ${READING_HEADERS}`;
    case 'client-certificate-refused':
      return `[info] client SSL certificate verify error: (${error?.code ?? 0}:${error?.text ?? ''}) ${READING_HEADERS}`;
    case 'server-name-rejected':
      return `[info] handshake rejected ${SHAKING}`;
    case 'no-shared-version':
    case 'no-shared-cipher':
    case 'no-shared-group':
    case 'no-signature-algorithm':
    case 'no-application-protocol':
    case 'client-curve':
      return `[info] SSL_do_handshake() failed (SSL: ${REFUSALS[end]}) ${SHAKING}`;
    case 'server-chain':
    case 'server-name-mismatch':
    case 'server-curve':
    case 'server-key-usage':
      return leftLog(facts, sends);
    default:
      return null;
  }
}

/** The gateway breaks off: inside the handshake with an alert or by closing, or after it without a word. */
function leftLog({ engine, request }: ExchangeFacts, sends: AlertNumber | null): string {
  if (!engine.judgesInHandshake) return '[info] client closed connection while waiting for request';
  if (sends === null) return `[info] peer closed connection in SSL handshake ${SHAKING}`;
  return `[info] SSL_do_handshake() failed (SSL: ${alertText(sends, request.profile)}) ${SHAKING}`;
}

function plaintextLog({ request, engine }: ExchangeFacts): string {
  const reading = 'while reading client request line';
  const resets = engine.id === 'nginx' && request.profile.plainBackendLogsReset;
  return `[info] client sent invalid method ${reading}${
    resets ? ` | [info] recv() failed (104: Connection reset by peer) ${reading}` : ''
  }`;
}

/** A server that ends the handshake (openssl s_server here) stops at the first verify error. */
function strictLog({ clientCheck, request }: ExchangeFacts): string | null {
  const { backend } = request;
  if (backend.kind === 'strict' && (backend.software ?? 'openssl') !== 'openssl') return null;
  const first = clientCheck?.first;
  const server = 'SSL routines:tls_process_client_certificate';
  return first
    ? `verify error:num=${first.code}:${first.text} / 01000000:error:0A000086:${server}:certificate verify failed:ssl/statem/statem_srvr.c:3777:`
    : `01000000:error:0A0000C7:${server}:peer did not return a certificate:ssl/statem/statem_srvr.c:3764:`;
}

/** A certificate of its own with a broken extension leaves an error behind that nginx reports during the handshake. */
function staleErrorText(end: ExchangeEnd, { server, request }: ExchangeFacts): string | null {
  const leaf = server?.pair?.chain[0];
  const shaken = ['ok', 'server-chain', 'server-name-mismatch'].includes(end);
  if (!shaken || request.backend.kind !== 'nginx' || request.gateway.scheme !== 'https')
    return null;
  if (leaf === undefined || !certificateFlags(leaf).invalid) return null;
  return `[alert] ignoring stale global SSL error (SSL: error:1100009E:X509 V3 routines::invalid certificate) ${SHAKING}`;
}
