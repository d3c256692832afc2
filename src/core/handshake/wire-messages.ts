import type { Certificate } from '../pki/types.ts';
import type { StepNumber } from '../model/index.ts';
import { alertName } from '../tls/alert-number.ts';
import type { UpstreamTls } from '../implementations/types.ts';
import type { ExchangeResult } from './exchange/types.ts';
import { subjectText } from './text/certificate-names.ts';
import type { StepMessage } from './steps/build-steps.ts';
import { CLOSED } from './stream-answer.ts';
import { statusText } from './text/status-text.ts';
import type { Party } from './types.ts';
import { joined } from '../words/index.ts';

type Draft = Omit<StepMessage, 'order' | 'happened'>;

const C: Party = 'client';
const G: Party = 'gateway';
const B: Party = 'backend';

/**
 * The messages in the order in which TLS sends them: the server's certificate comes first (RFC 8446 §2, RFC 5246
 * §7.3). Without a negotiated version TLS 1.3 is shown and nothing of it has happened.
 */
export function wireMessages(
  result: ExchangeResult,
  stream: boolean,
  blocked?: Pick<UpstreamTls, 'blockedStatus'>,
): readonly StepMessage[] {
  if (blocked !== undefined) return withoutUpstream(blocked.blockedStatus, stream);
  const { facts } = result;
  const plain = facts.request.gateway.scheme === 'http';
  const middle = plain ? [] : tlsMessages(result);
  const names = stream ? BYTES : HTTP;
  const closed = stream && result.httpDetail === CLOSED;
  const answer = result.httpStatus === null ? '' : String(result.httpStatus);
  const drafts: readonly Draft[] = [
    message(1, C, G, names.request, 'from the client, over its own connection'),
    ...middle,
    message(10, G, B, names.request, plain ? 'in plain text' : 'encrypted'),
    message(
      10,
      B,
      G,
      names.response,
      result.httpStatus === 400 ? `400 ${result.httpDetail ?? ''}` : '',
    ),
    message(11, G, C, closed ? 'End of connection' : names.response, answer),
  ];
  const happened = happens(result, drafts, middle.length);
  return drafts.map((draft, index) => ({ ...draft, order: index + 1, happened: happened(index) }));
}

const HTTP = { request: 'HTTP request', response: 'HTTP response' };
const BYTES = { request: 'Bytes of the client', response: 'Bytes of the backend' };

/** The gateway has no upstream for the request and answers it itself, or does not even listen for it. */
function withoutUpstream(status: number | undefined, stream: boolean): readonly StepMessage[] {
  const answer = status === undefined || stream ? '' : statusText(status);
  return [
    message(
      1,
      C,
      G,
      stream ? BYTES.request : HTTP.request,
      'from the client, over its own connection',
    ),
    message(11, G, C, stream ? 'End of connection' : HTTP.response, answer),
  ].map((draft, index) => ({ ...draft, order: index + 1, happened: status !== undefined }));
}

/** Which of the messages cross the wire: the first so many, and, but for the first two cases, the answer. */
function happens(
  result: ExchangeResult,
  drafts: readonly Draft[],
  tls: number,
): (index: number) => boolean {
  const last = lastMessage(result, drafts, tls);
  return (index) => last !== null && (index <= last || index === drafts.length - 1);
}

/** Index of the last message before the answer to the client, by what ended the exchange; null when there is none. */
function lastMessage(
  { end, facts }: ExchangeResult,
  drafts: readonly Draft[],
  tls: number,
): number | null {
  switch (end) {
    case 'ok':
    case 'plaintext-to-tls':
    case 'client-certificate-missing':
    case 'client-certificate-refused':
      return drafts.length;
    case 'server-chain':
    case 'server-name-mismatch':
    case 'server-curve':
    case 'server-key-usage':
      return facts.engine.judgesInHandshake ? firstAnswer(drafts) : tls;
    case 'client-curve':
    case 'client-certificate-alert':
      return tls - 1;
    case 'gateway-config':
    case 'unknown':
      return null;
    case 'backend-config':
    case 'connection-refused':
      return 0;
    default:
      // Nothing but the ClientHello, which the other ends have in common.
      return 1;
  }
}

/** Index of the last message of what the backend sends at once after the ClientHello, and of the alert to it. */
function firstAnswer(drafts: readonly Draft[]): number {
  const answer = drafts.findIndex(({ step, from }) => step > 3 && from === G);
  return drafts[answer]?.name === 'Alert' ? answer : answer - 1;
}

function tlsMessages({ facts, report }: ExchangeResult): readonly Draft[] {
  const { negotiated, server, clientChain, sni } = facts;
  const asked = server !== null && server.block.verifyClient !== 'off';
  const names = {
    server: chainText(server?.pair?.chain ?? []),
    client: clientChain.length === 0 ? 'empty' : chainText(clientChain),
  };
  const hello = message(
    3,
    G,
    B,
    'ClientHello',
    sni === null ? 'no server name' : `server_name ${sni}`,
  );
  const is12 = typeof negotiated !== 'string' && negotiated.version !== 'TLSv1.3';
  const signs = clientChain.length > 0;
  const rest = is12 ? tls12(names, asked, signs) : tls13(names, asked, signs);
  const all = [hello, ...rest];
  const sends = report?.sends ?? null;
  return sends === null ? all : withAlert(all, message(8, G, B, 'Alert', alertName(sends)));
}

/** The gateway's alert comes as soon as it has the backend's first answer. */
function withAlert(messages: readonly Draft[], alert: Draft): readonly Draft[] {
  const next = messages.findIndex(({ from }, index) => index > 0 && from === G);
  return [...messages.slice(0, next), alert, ...messages.slice(next)];
}

interface Names {
  readonly server: string;
  readonly client: string;
}

/** RFC 8446 §2. */
function tls13(names: Names, asked: boolean, signs: boolean): readonly Draft[] {
  return [
    message(3, B, G, 'ServerHello', 'TLS 1.3; all that follows is encrypted'),
    message(3, B, G, 'EncryptedExtensions', ''),
    ...(asked ? [message(4, B, G, 'CertificateRequest', 'with the names of the client CAs')] : []),
    message(7, B, G, 'Certificate', names.server),
    message(7, B, G, 'CertificateVerify', 'a signature with the key of the certificate'),
    message(9, B, G, 'Finished', ''),
    ...(asked ? [message(5, G, B, 'Certificate', names.client)] : []),
    ...(asked && signs
      ? [message(5, G, B, 'CertificateVerify', 'a signature with the key of the certificate')]
      : []),
    message(9, G, B, 'Finished', ''),
  ];
}

/** RFC 5246 §7.3. */
function tls12(names: Names, asked: boolean, signs: boolean): readonly Draft[] {
  return [
    message(3, B, G, 'ServerHello', 'TLS 1.2'),
    message(7, B, G, 'Certificate', names.server),
    message(7, B, G, 'ServerKeyExchange', 'signed with the key of the certificate'),
    ...(asked ? [message(4, B, G, 'CertificateRequest', 'with the names of the client CAs')] : []),
    message(3, B, G, 'ServerHelloDone', ''),
    ...(asked ? [message(5, G, B, 'Certificate', names.client)] : []),
    message(9, G, B, 'ClientKeyExchange', ''),
    ...(asked && signs
      ? [message(5, G, B, 'CertificateVerify', 'a signature with the key of the certificate')]
      : []),
    message(9, G, B, 'Finished', 'after ChangeCipherSpec'),
    message(9, B, G, 'Finished', 'after ChangeCipherSpec'),
  ];
}

function chainText(chain: readonly Certificate[]): string {
  return chain.length === 0 ? 'not known' : joined(chain.map(subjectText));
}

function message(step: StepNumber, from: Party, to: Party, name: string, detail: string): Draft {
  return { step, from, to, name, detail };
}
