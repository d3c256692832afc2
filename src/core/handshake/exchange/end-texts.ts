import { certificateFlags } from '../../verify/openssl/certificate-flags.ts';
import { alertForVerifyError, alertText, type AlertNumber } from './alert.ts';
import { verifyNameOf } from './gather-facts.ts';
import type { ExchangeEnd, ExchangeFacts } from './types.ts';

/** What the client gets and what both logs say, levels included. */
export interface EndTexts {
  readonly httpStatus: number | null;
  readonly httpDetail: string | null;
  readonly gatewayError: string | null;
  readonly backendError: string | null;
}

const IN_HANDSHAKE = 'while SSL handshaking to upstream';
const READING_HEADERS = 'while reading client request headers';

/** The logs of nginx on both sides, to the letter, for every way an exchange can end. */
export function endTexts(end: ExchangeEnd, facts: ExchangeFacts): EndTexts {
  const texts = plainTexts(end, facts);
  const stale = staleErrorText(end, facts);
  if (stale === null) return texts;
  return { ...texts, backendError: [stale, texts.backendError].filter(Boolean).join(' | ') };
}

function plainTexts(end: ExchangeEnd, facts: ExchangeFacts): EndTexts {
  switch (end) {
    case 'ok':
      return { httpStatus: 200, httpDetail: null, gatewayError: null, backendError: null };
    case 'unknown':
      return { httpStatus: null, httpDetail: null, gatewayError: null, backendError: null };
    case 'gateway-config':
      return notRunning({ gatewayError: `[emerg] ${facts.gatewayFailure?.failure.text ?? ''}` });
    case 'backend-config':
      return notRunning({ backendError: `[emerg] ${facts.backendFailure?.failure.text ?? ''}` });
    case 'connection-refused':
      return badGateway(
        '[error] connect() failed (111: Connection refused) while connecting to upstream',
      );
    case 'closed-in-handshake':
      return badGateway(`[error] peer closed connection in SSL handshake ${IN_HANDSHAKE}`);
    case 'reset-in-handshake':
      return badGateway(
        `[error] peer closed connection in SSL handshake (104: Connection reset by peer) ${IN_HANDSHAKE}`,
      );
    case 'timeout-in-handshake':
      return {
        ...badGateway(`[error] upstream timed out (110: Connection timed out) ${IN_HANDSHAKE}`),
        httpStatus: 504,
        httpDetail: '504 Gateway Time-out',
      };
    case 'plaintext-to-tls':
    case 'client-certificate-missing':
    case 'client-certificate-refused':
      return badRequest(end, facts);
    case 'server-chain':
    case 'server-name-mismatch':
      return gatewayLeaves(end, facts);
    default:
      return handshakeTexts(end, facts);
  }
}

type HandshakeEnd = Extract<
  ExchangeEnd,
  | 'tls-to-plaintext'
  | 'no-shared-version'
  | 'no-shared-cipher'
  | 'no-signature-algorithm'
  | 'server-name-rejected'
  | 'client-certificate-alert'
>;

function handshakeTexts(end: HandshakeEnd, facts: ExchangeFacts): EndTexts {
  const { profile } = facts.request;
  switch (end) {
    case 'tls-to-plaintext':
      return badGateway(
        handshakeFailure('error:0A00010B:SSL routines::wrong version number'),
        `[info] client sent invalid method while reading client request line${
          profile.plainBackendLogsReset
            ? ' | [info] recv() failed (104: Connection reset by peer) while reading client request line'
            : ''
        }`,
      );
    case 'no-shared-version':
      return refusedByBackend(facts, 70, 'error:0A000102:SSL routines::unsupported protocol');
    case 'no-shared-cipher':
      return refusedByBackend(facts, 40, 'error:0A0000C1:SSL routines::no shared cipher');
    case 'no-signature-algorithm':
      return refusedByBackend(
        facts,
        40,
        'error:0A000076:SSL routines::no suitable signature algorithm',
      );
    case 'server-name-rejected':
      return badGateway(
        handshakeFailure(alertText(112, profile), profile.unrecognizedNameLevel),
        '[info] handshake rejected while SSL handshaking',
      );
    case 'client-certificate-alert':
      return strictRefusal(facts);
    default:
      return end satisfies never;
  }
}

function notRunning(error: Partial<EndTexts>): EndTexts {
  return { httpStatus: null, httpDetail: null, gatewayError: null, backendError: null, ...error };
}

function badGateway(gatewayError: string, backendError: string | null = null): EndTexts {
  return { httpStatus: 502, httpDetail: '502 Bad Gateway', gatewayError, backendError };
}

function handshakeFailure(queue: string, level: 'error' | 'crit' = 'error'): string {
  return `[${level}] SSL_do_handshake() failed (SSL: ${queue}) ${IN_HANDSHAKE}`;
}

function refusedByBackend(facts: ExchangeFacts, alert: AlertNumber, queue: string): EndTexts {
  return badGateway(
    handshakeFailure(alertText(alert, facts.request.profile)),
    facts.request.backend.kind === 'nginx'
      ? `[info] SSL_do_handshake() failed (SSL: ${queue}) while SSL handshaking`
      : null,
  );
}

/** Titles of nginx's own 400 pages: 497, 496 and 495 inside, 400 outside. */
export const BAD_REQUEST_TITLES = {
  'plaintext-to-tls': 'The plain HTTP request was sent to HTTPS port',
  'client-certificate-missing': 'No required SSL certificate was sent',
  'client-certificate-refused': 'The SSL certificate error',
} as const;

function badRequest(
  end: keyof typeof BAD_REQUEST_TITLES,
  { clientCheck, request }: ExchangeFacts,
): EndTexts {
  const error = clientCheck?.last;
  const logs = {
    'plaintext-to-tls': 'client sent plain HTTP request to HTTPS port',
    'client-certificate-missing': 'client sent no required SSL certificate',
    'client-certificate-refused': `client SSL certificate verify error: (${error?.code ?? 0}:${error?.text ?? ''})`,
  };
  const isNginx = request.backend.kind === 'nginx';
  return {
    httpStatus: 400,
    httpDetail: BAD_REQUEST_TITLES[end],
    gatewayError: null,
    backendError: isNginx ? `[info] ${logs[end]} ${READING_HEADERS}` : null,
  };
}

/** The gateway closes the finished connection without an alert. */
function gatewayLeaves(
  end: 'server-chain' | 'server-name-mismatch',
  { serverCheck, request }: ExchangeFacts,
): EndTexts {
  const error = serverCheck?.last;
  const reason =
    end === 'server-chain'
      ? `upstream SSL certificate verify error: (${error?.code ?? 0}:${error?.text ?? ''})`
      : `upstream SSL certificate does not match "${verifyNameOf(request.gateway.name)}"`;
  return badGateway(
    `[error] ${reason} ${IN_HANDSHAKE}`,
    request.backend.kind === 'nginx'
      ? '[info] client closed connection while waiting for request'
      : null,
  );
}

/** A server that ends the handshake (openssl s_server here) stops at the first verify error. */
function strictRefusal({ clientCheck, negotiated, request }: ExchangeFacts): EndTexts {
  const first = clientCheck?.first;
  const isTls13 = typeof negotiated !== 'string' && negotiated.version === 'TLSv1.3';
  const alert = first ? alertForVerifyError(first.code) : isTls13 ? 116 : 40;
  const queue = alertText(alert, request.profile);
  const server = 'SSL routines:tls_process_client_certificate';
  return badGateway(
    isTls13
      ? `[error] SSL_read() failed (SSL: ${queue}) while reading response header from upstream`
      : handshakeFailure(queue),
    first
      ? `verify error:num=${first.code}:${first.text} / 01000000:error:0A000086:${server}:certificate verify failed:ssl/statem/statem_srvr.c:3777:`
      : `01000000:error:0A0000C7:${server}:peer did not return a certificate:ssl/statem/statem_srvr.c:3764:`,
  );
}

/** A certificate of its own with a broken extension leaves an error behind that nginx reports during the handshake. */
function staleErrorText(end: ExchangeEnd, { server, request }: ExchangeFacts): string | null {
  const leaf = server?.pair?.chain[0];
  const shaken = ['ok', 'server-chain', 'server-name-mismatch'].includes(end);
  if (!shaken || request.backend.kind !== 'nginx' || request.gateway.scheme !== 'https')
    return null;
  if (leaf === undefined || !certificateFlags(leaf).invalid) return null;
  return '[alert] ignoring stale global SSL error (SSL: error:1100009E:X509 V3 routines::invalid certificate) while SSL handshaking';
}
