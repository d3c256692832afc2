import type { AlertNumber } from '../../tls/alert-number.ts';
import { alertText } from '../../tls/openssl-alerts.ts';
import { badRequestTexts } from './bad-request.ts';
import { backendLog } from './backend-log.ts';
import { verifyNameOf } from './server-name.ts';
import { strictAlert } from './strict-alert.ts';
import type { EndTexts, ExchangeFacts } from './types.ts';
import type { ExchangeEnd } from './sides.ts';

type OwnTexts = Omit<EndTexts, 'backendError'>;

const IN_HANDSHAKE = 'while SSL handshaking to upstream';

/** The logs of an nginx gateway, and of its backend, to the letter, for every way an exchange can end. */
export function endTexts(end: ExchangeEnd, facts: ExchangeFacts): EndTexts {
  return { ...ownTexts(end, facts), backendError: backendLog(end, facts, null) };
}

function ownTexts(end: ExchangeEnd, facts: ExchangeFacts): OwnTexts {
  switch (end) {
    case 'ok':
      return { httpStatus: 200, httpDetail: null, gatewayError: null };
    case 'gateway-config':
      return { ...NOTHING, gatewayError: `[emerg] ${facts.gatewayFailure?.failure.text ?? ''}` };
    case 'unknown':
    case 'backend-config':
      return NOTHING;
    case 'server-curve':
    case 'server-key-usage':
      // Only BoringSSL refuses these two.
      return NOTHING;
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
        httpStatus: 504,
        httpDetail: '504 Gateway Time-out',
        gatewayError: `[error] upstream timed out (110: Connection timed out) ${IN_HANDSHAKE}`,
      };
    case 'plaintext-to-tls':
    case 'client-certificate-missing':
    case 'client-certificate-refused':
      return { ...badRequestTexts(end, facts), gatewayError: null };
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
  | 'no-shared-group'
  | 'no-signature-algorithm'
  | 'no-application-protocol'
  | 'server-name-rejected'
  | 'client-certificate-alert'
  | 'client-curve'
>;

function handshakeTexts(end: HandshakeEnd, facts: ExchangeFacts): OwnTexts {
  const { profile } = facts.request;
  switch (end) {
    case 'tls-to-plaintext':
      return badGateway(handshakeFailure('error:0A00010B:SSL routines::wrong version number'));
    case 'server-name-rejected':
      return badGateway(handshakeFailure(alertText(112, profile), profile.unrecognizedNameLevel));
    case 'client-certificate-alert':
      return strictRefusal(facts);
    case 'no-shared-version':
    case 'no-shared-cipher':
    case 'no-shared-group':
    case 'no-signature-algorithm':
    case 'no-application-protocol':
    case 'client-curve':
      return badGateway(handshakeFailure(alertText(HELLO_ALERTS[end], profile)));
    default:
      return end satisfies never;
  }
}

const NOTHING: OwnTexts = { httpStatus: null, httpDetail: null, gatewayError: null };

/** The alerts with which a server refuses a ClientHello, or later a client's key. */
export const HELLO_ALERTS = {
  'no-shared-version': 70,
  'no-shared-cipher': 40,
  'no-shared-group': 40,
  'no-signature-algorithm': 40,
  'no-application-protocol': 120,
  'client-curve': 47,
} as const satisfies Readonly<Record<string, AlertNumber>>;

function badGateway(gatewayError: string): OwnTexts {
  return { httpStatus: 502, httpDetail: '502 Bad Gateway', gatewayError };
}

function handshakeFailure(queue: string, level: 'error' | 'crit' = 'error'): string {
  return `[${level}] SSL_do_handshake() failed (SSL: ${queue}) ${IN_HANDSHAKE}`;
}

/** The gateway closes the finished connection without an alert. */
function gatewayLeaves(
  end: 'server-chain' | 'server-name-mismatch',
  { serverCheck, request }: ExchangeFacts,
): OwnTexts {
  const error = serverCheck?.last;
  const reason =
    end === 'server-chain'
      ? `upstream SSL certificate verify error: (${error?.code ?? 0}:${error?.text ?? ''})`
      : `upstream SSL certificate does not match "${verifyNameOf(request.gateway.name)}"`;
  return badGateway(`[error] ${reason} ${IN_HANDSHAKE}`);
}

/** In TLS 1.3 nginx has sent its request when the alert arrives. A connection dropped without one is closed. */
function strictRefusal(facts: ExchangeFacts): OwnTexts {
  const { negotiated, request } = facts;
  const alert = strictAlert(facts);
  const isTls13 = typeof negotiated !== 'string' && negotiated.version === 'TLSv1.3';
  if (alert === null)
    return badGateway(
      isTls13
        ? '[error] upstream prematurely closed connection while reading response header from upstream'
        : `[error] peer closed connection in SSL handshake ${IN_HANDSHAKE}`,
    );
  const queue = alertText(alert, request.profile);
  return badGateway(
    isTls13
      ? `[error] SSL_read() failed (SSL: ${queue}) while reading response header from upstream`
      : handshakeFailure(queue),
  );
}
