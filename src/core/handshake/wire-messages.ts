import type { Certificate } from '../pki/types.ts';
import type { StepNumber } from '../model/index.ts';
import type { ExchangeResult } from './exchange/types.ts';
import { listText, subjectText } from './text/certificate-names.ts';
import type { StepMessage } from './steps/build-steps.ts';
import { statusText } from './text/status-text.ts';
import type { Party } from './types.ts';

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
  blockedStatus?: number,
): readonly StepMessage[] {
  if (blockedStatus !== undefined) return answeredByGateway(blockedStatus);
  const { facts } = result;
  const plain = facts.request.gateway.scheme === 'http';
  const middle = plain ? [] : tlsMessages(result);
  const drafts: readonly Draft[] = [
    message(1, C, G, 'HTTP request', 'from the client, over its own connection'),
    ...middle,
    message(10, G, B, 'HTTP request', plain ? 'in plain text' : 'encrypted'),
    message(
      10,
      B,
      G,
      'HTTP response',
      result.httpStatus === 400 ? `400 ${result.httpDetail ?? ''}` : '',
    ),
    message(11, G, C, 'HTTP response', result.httpStatus === null ? '' : String(result.httpStatus)),
  ];
  const happened = happens(result, drafts.length, middle.length);
  return drafts.map((draft, index) => ({ ...draft, order: index + 1, happened: happened(index) }));
}

/** The gateway has no upstream for the request and answers it itself. */
function answeredByGateway(status: number): readonly StepMessage[] {
  return [
    message(1, C, G, 'HTTP request', 'from the client, over its own connection'),
    message(11, G, C, 'HTTP response', statusText(status)),
  ].map((draft, index) => ({ ...draft, order: index + 1, happened: true }));
}

/** How many of the messages cross the wire, by what ended the exchange. */
function happens({ end }: ExchangeResult, total: number, tls: number): (index: number) => boolean {
  switch (end) {
    case 'ok':
    case 'plaintext-to-tls':
    case 'client-certificate-missing':
    case 'client-certificate-refused':
      return () => true;
    case 'server-chain':
    case 'server-name-mismatch':
      return (index) => index <= tls || index === total - 1;
    case 'client-certificate-alert':
      return (index) => index <= tls - 1 || index === total - 1;
    case 'gateway-config':
    case 'unknown':
      return () => false;
    case 'backend-config':
    case 'connection-refused':
      return (index) => index === 0 || index === total - 1;
    case 'closed-in-handshake':
    case 'reset-in-handshake':
    case 'timeout-in-handshake':
    case 'tls-to-plaintext':
    case 'no-shared-version':
    case 'no-shared-cipher':
    case 'no-signature-algorithm':
    case 'server-name-rejected':
      return (index) => index <= 1 || index === total - 1;
    default:
      return end satisfies never;
  }
}

function tlsMessages({ facts }: ExchangeResult): readonly Draft[] {
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
  return [hello, ...rest];
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
  return chain.length === 0 ? 'not known' : listText(chain.map(subjectText));
}

function message(step: StepNumber, from: Party, to: Party, name: string, detail: string): Draft {
  return { step, from, to, name, detail };
}
