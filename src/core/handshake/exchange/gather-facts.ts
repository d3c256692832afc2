import { canSign, negotiate, type NegotiatedTls } from '../../tls/negotiate.ts';
import type { ClientOffer } from '../../tls/offers.ts';
import { securityLevelOf } from '../../tls/security-level.ts';
import { verifyGo } from '../../verify/go/verify-go.ts';
import { verifyOpenssl } from '../../verify/openssl/verify-openssl.ts';
import type { VerifyResult } from '../../verify/types.ts';
import { allowsEcdsaSuites } from './allows-ecdsa-suites.ts';
import { backendOffer } from './backend-offer.ts';
import type { ExchangeFacts, ExchangeRequest, GatewayEngine, ServerVerdict } from './types.ts';
import { loadBackend, type LoadedBackend } from './load-backend.ts';
import type { LoadedGateway, LoadedServer, NegotiationOutcome } from './sides.ts';
import { nginxEngine } from './nginx-engine.ts';
import { serverNameOf } from './server-name.ts';

/**
 * Reads both ends' files, chooses the server block, negotiates and verifies in both directions, each as far as it
 * can be told and without asking whether the exchange gets there: `concludeExchange` does that.
 */
export async function gatherFacts(request: ExchangeRequest): Promise<ExchangeFacts> {
  const engine = request.engine ?? nginxEngine;
  const gateway = await engine.load(request);
  const offer = engine.offer(request);
  const sni = serverNameOf(request);
  const backend = await loadBackend(request, sni);
  const negotiated = negotiation(request, offer, backend.server);
  const clientChain = presentedChain(offer, gateway);
  const verdict = await verifyServer(request, engine, gateway, backend);
  return {
    request,
    engine,
    offer,
    gatewayFailure: gateway.failure,
    backendFailure: backend.failure,
    anchors: gateway.anchors,
    gatewayPair: gateway.pair,
    sni,
    server: backend.server,
    negotiated,
    clientChain,
    serverCheck: verdict.chain,
    hostCheck: verdict.name,
    serverRefusal: verdict.refusal ?? null,
    clientCheck: await verifyClient(request, backend.server, clientChain),
  };
}

function negotiation(
  request: ExchangeRequest,
  client: ClientOffer,
  server: LoadedServer | null,
): NegotiatedTls | NegotiationOutcome {
  const { backend } = request;
  if (backend.kind === 'unknown') return 'unknown';
  if (backend.kind !== 'nginx' && backend.kind !== 'strict') return 'not-tls';
  const leaf = server?.pair?.chain[0];
  if (!server?.pair || leaf === undefined) return 'unknown';
  return negotiate({
    client,
    server: backendOffer(server.block, request),
    leafKey: leaf.publicKey,
    keyUsable: server.pair.keyProof !== 'other-type',
    allowsEcdsaSuites: allowsEcdsaSuites(leaf),
  });
}

/** Without a key that can sign, a client answers a certificate request with an empty Certificate message. */
function presentedChain(offer: ClientOffer, { pair }: LoadedGateway): ExchangeFacts['clientChain'] {
  const leaf = pair?.chain[0];
  if (!pair || leaf === undefined || pair.keyProof === 'other-type') return [];
  const newest = offer.versions.includes('TLSv1.3') ? 'TLSv1.3' : 'TLSv1.2';
  return canSign(leaf.publicKey, newest, offer.ownSchemes) ? pair.chain : [];
}

/** The gateway's verdict on what the backend presents; nothing when that is not known. */
async function verifyServer(
  request: ExchangeRequest,
  { verifyServer: verify }: GatewayEngine,
  loaded: LoadedGateway,
  { server }: LoadedBackend,
): Promise<ServerVerdict> {
  const [leaf, ...others] = server?.pair?.chain ?? [];
  if (leaf === undefined) return { chain: null, name: null };
  return verify({ request, loaded, peerChain: [leaf, ...others] });
}

/** The backend's verdict on what the gateway presents, by the library that the backend runs. */
async function verifyClient(
  { backend, at, checkSignature, profile }: ExchangeRequest,
  server: LoadedServer | null,
  peerChain: ExchangeFacts['clientChain'],
): Promise<VerifyResult | null> {
  if (!server || server.block.verifyClient === 'off' || peerChain.length === 0) return null;
  const { block, clientAnchors: anchors } = server;
  if (anchors === null) return null;
  const asked = { peerChain, anchors, purpose: 'client', at, checkSignature } as const;
  if (backend.kind === 'strict' && backend.software === 'go') return verifyGo(asked);
  const securityLevel = securityLevelOf(block.ciphers);
  return verifyOpenssl({ ...asked, depth: block.depth, securityLevel, release: profile.release });
}
