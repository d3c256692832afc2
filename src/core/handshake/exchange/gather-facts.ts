import { checkHost } from '../../verify/check-host.ts';
import { verifyOpenssl } from '../../verify/openssl/verify-openssl.ts';
import type { VerifyResult } from '../../verify/types.ts';
import { securityLevelOf } from './cipher.ts';
import { loadBackend, type LoadedBackend } from './load-backend.ts';
import { loadGateway, type LoadedGateway } from './load-gateway.ts';
import { canSign, negotiate, type NegotiatedTls } from './negotiate.ts';
import type { ExchangeFacts, ExchangeRequest, LoadedServer, NegotiationOutcome } from './types.ts';

/**
 * Reads both ends' files, chooses the server block, negotiates and verifies in both directions, each as far as it
 * can be told and without asking whether the exchange gets there: `concludeExchange` does that.
 */
export async function gatherFacts(request: ExchangeRequest): Promise<ExchangeFacts> {
  const gateway = await loadGateway(request.gateway, request.profile, request.crypto);
  const sni = serverNameOf(request);
  const backend = await loadBackend(request, sni);
  const negotiated = negotiation(request, backend.server);
  const clientChain = presentedChain(request, gateway);
  const leaf = backend.server?.pair?.chain[0];
  return {
    request,
    gatewayFailure: gateway.failure,
    backendFailure: backend.failure,
    anchors: gateway.anchors,
    gatewayPair: gateway.pair,
    sni,
    server: backend.server,
    negotiated,
    clientChain,
    serverCheck: await verifyServer(request, gateway, backend),
    hostCheck:
      request.gateway.verify && leaf !== undefined
        ? checkHost(leaf, verifyNameOf(request.gateway.name))
        : null,
    clientCheck: await verifyClient(request, backend.server, clientChain),
  };
}

/** nginx strips a port from `proxy_ssl_name` before it uses the name (`ngx_http_upstream_ssl_name`). */
export function verifyNameOf(name: string): string {
  const bracket = name.startsWith('[') ? name.indexOf(']') : 0;
  const colon = name.indexOf(':', Math.max(bracket, 0));
  return colon === -1 ? name : name.slice(0, colon);
}

/** RFC 6066 §3: address literals are no server names; nginx sends none for them. */
function serverNameOf(request: ExchangeRequest): string | null {
  const { scheme, sendServerName } = request.gateway;
  const name = verifyNameOf(request.gateway.name);
  const isAddress = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name) || name.startsWith('[');
  return scheme === 'https' && sendServerName && name !== '' && !isAddress ? name : null;
}

function negotiation(
  request: ExchangeRequest,
  server: LoadedServer | null,
): NegotiatedTls | NegotiationOutcome {
  const { backend, gateway, profile } = request;
  if (backend.kind === 'unknown') return 'unknown';
  if (backend.kind !== 'nginx' && backend.kind !== 'strict') return 'not-tls';
  const leaf = server?.pair?.chain[0];
  if (!server?.pair || leaf === undefined) return 'unknown';
  return negotiate({
    gatewayVersions: gateway.versions ?? profile.gatewayVersions,
    backendVersions: server.block.versions ?? profile.backendVersions,
    gatewayCiphers: gateway.ciphers,
    backendCiphers: server.block.ciphers,
    leafKey: leaf.publicKey,
    keyUsable: server.pair.keyProof !== 'other-type',
    profile,
  });
}

/** Without a key that can sign, an OpenSSL client answers a certificate request with an empty Certificate message. */
function presentedChain(
  { gateway, profile }: ExchangeRequest,
  { pair }: LoadedGateway,
): ExchangeFacts['clientChain'] {
  const leaf = pair?.chain[0];
  if (!pair || leaf === undefined || pair.keyProof === 'other-type') return [];
  const newest = (gateway.versions ?? profile.gatewayVersions).includes('TLSv1.3')
    ? 'TLSv1.3'
    : 'TLSv1.2';
  return canSign(leaf.publicKey, newest, profile) ? pair.chain : [];
}

async function verifyServer(
  request: ExchangeRequest,
  gateway: LoadedGateway,
  backend: LoadedBackend,
): Promise<VerifyResult | null> {
  const chain = backend.server?.pair?.chain;
  if (!request.gateway.verify || gateway.anchors === null || chain === undefined) return null;
  return verifyOpenssl({
    peerChain: chain,
    anchors: gateway.anchors,
    purpose: 'server',
    depth: request.gateway.depth,
    securityLevel: securityLevelOf(request.gateway.ciphers),
    at: request.at,
    checkSignature: request.checkSignature,
    release: request.profile.release,
  });
}

async function verifyClient(
  request: ExchangeRequest,
  server: LoadedServer | null,
  chain: ExchangeFacts['clientChain'],
): Promise<VerifyResult | null> {
  if (!server || server.block.verifyClient === 'off' || chain.length === 0) return null;
  if (server.clientAnchors === null) return null;
  return verifyOpenssl({
    peerChain: chain,
    anchors: server.clientAnchors,
    purpose: 'client',
    depth: server.block.depth,
    securityLevel: securityLevelOf(server.block.ciphers),
    at: request.at,
    checkSignature: request.checkSignature,
    release: request.profile.release,
  });
}
