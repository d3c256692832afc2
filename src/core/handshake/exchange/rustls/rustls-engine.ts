import { alertForWebpkiError } from '../../../tls/rustls-errors.ts';
import { rustlsClient } from '../../../tls/rustls-offer.ts';
import type { HostCheck, VerifyResult, WebpkiRequest } from '../../../verify/types.ts';
import { verifyWebpki } from '../../../verify/webpki/verify-webpki.ts';
import type {
  ExchangeFacts,
  GatewayEngine,
  ServerQuestion,
  ServerRefusal,
  ServerVerdict,
} from '../types.ts';
import type { ExchangeEnd } from '../sides.ts';
import { checkRustlsNames } from './check-rustls-names.ts';
import { loadRustls } from './load-rustls.ts';
import { rustlsTexts } from './rustls-texts.ts';

/** agentgateway's ALPN when nothing else is configured. */
const ALPN = ['h2', 'http/1.1'];

/**
 * agentgateway with rustls and webpki: the path is looked for as soon as the certificate is there, then any one of the
 * names has to fit. Key usage is not looked at.
 *
 * @see rustls src/webpki/server_verifier.rs; agentgateway crates/agentgateway/src/transport/tls.rs `AltHostnameVerifier`
 */
export const rustlsEngine: GatewayEngine = {
  id: 'rustls',
  load: loadRustls,
  offer: ({ gateway }) =>
    rustlsClient({
      versions: gateway.versions ?? ['TLSv1.2', 'TLSv1.3'],
      groups: gateway.groups,
      alpn: gateway.alpn ?? ALPN,
    }),
  verifyServer,
  judge,
  judgesInHandshake: true,
  texts: rustlsTexts,
};

async function verifyServer(question: ServerQuestion): Promise<ServerVerdict> {
  const { request, loaded, peerChain } = question;
  if (!request.gateway.verify) return { chain: null, name: null };
  const { at, checkSignature } = request;
  const asked: WebpkiRequest = {
    peerChain,
    anchors: loaded.anchors ?? [],
    purpose: 'server',
    at,
    checkSignature,
  };
  const { name, error } = await checkRustlsNames(asked, request.gateway.matchers ?? []);
  if (loaded.anchors === null) return { chain: null, name };
  const chain = await verifyWebpki(asked);
  const refusal = refusalOf(chain, name, error);
  return { chain, name, ...(refusal && { refusal }) };
}

function refusalOf(
  { first }: VerifyResult,
  name: HostCheck | null,
  nameError: ServerRefusal | null,
): ServerRefusal | null {
  if (first !== undefined) return { reason: first.text, alert: alertForWebpkiError(first.name) };
  return name?.matches === false ? nameError : null;
}

function judge({ negotiated, request, server, ...facts }: ExchangeFacts): ExchangeEnd | null {
  const leaf = server?.pair?.chain[0];
  if (typeof negotiated === 'string' || leaf === undefined || !request.gateway.verify) return null;
  const { serverCheck, hostCheck } = facts;
  if (serverCheck === null) return 'unknown';
  if (serverCheck.first !== undefined) return 'server-chain';
  if (!serverCheck.ok) return 'unknown';
  return hostCheck?.matches === false ? 'server-name-mismatch' : null;
}
