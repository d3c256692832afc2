import type { SanMatcher, UpstreamTls } from '../implementations/types.ts';
import type { Material } from '../pki/types.ts';
import type { LoadedFile } from '../verify/loading/index.ts';
import type { BackendServer, BackendTls } from '../workload/types.ts';
import type { ClientOffer } from '../tls/offers.ts';
import { isTlsVersion } from '../tls/tls-version.ts';
import { absenceFor } from './absent-answer.ts';
import { engineFor } from './exchange/engine-for.ts';
import type { ExchangeRequest, GatewayEngine } from './exchange/types.ts';
import { NGINX_PROFILES } from './exchange/profile.ts';
import type { BackendSide, GatewaySide, ServerBlock } from './exchange/sides.ts';
import type { HandshakeRequest } from './request.ts';

/** The system trust list in the Alpine image of NGINX Gateway Fabric's data plane. */
const SYSTEM_ROOTS = '/etc/ssl/cert.pem';

/**
 * What a gateway is programmed with and what stands behind the port, as the files and settings of two processes. A backend
 * of unknown software is taken for one that ends the handshake when it refuses a client.
 */
export function toExchange(request: HandshakeRequest): ExchangeRequest {
  const engine = engineFor(request.programmed);
  return {
    gateway: gatewaySide(request.programmed, request.systemRoots, engine.id),
    backend: backendSide(request.backend, absenceFor(request)),
    at: request.at,
    checkSignature: request.checkSignature,
    crypto: request.crypto,
    profile: NGINX_PROFILES['ngf-tls13'],
    engine,
  };
}

/** What the ClientHello of a gateway says, whoever answers it. */
export function clientOffer(upstream: UpstreamTls): ClientOffer {
  const engine = engineFor(upstream);
  const gateway = gatewaySide(upstream, undefined, engine.id);
  return engine.offer({ gateway, profile: NGINX_PROFILES['ngf-tls13'] });
}

function gatewaySide(
  upstream: UpstreamTls,
  systemRoots: string | undefined,
  engine: GatewayEngine['id'],
): GatewaySide {
  const trust = trustFile(upstream, systemRoots);
  const versions = upstream.versions.filter(isTlsVersion);
  const { ciphers } = upstream;
  return {
    scheme: upstream.mode === 'tls' ? 'https' : 'http',
    verify: upstream.mode === 'tls' && upstream.trust?.kind !== 'none',
    sendServerName: upstream.sni !== undefined,
    depth: upstream.verifyDepth,
    ...(trust && { trust }),
    ...(ciphers !== undefined && { ciphers }),
    ...(engine === 'nginx' ? nginxSettings(upstream) : otherSettings(upstream)),
    // An empty list is nginx's default, and elsewhere two ends that leave nothing between them.
    ...((engine !== 'nginx' || versions.length > 0) && { versions }),
  };
}

function nginxSettings(upstream: UpstreamTls): Pick<GatewaySide, 'name' | 'pair'> {
  const pair = pairFile(upstream);
  return {
    name: upstream.verifyNames[0]?.value ?? upstream.sni?.value ?? '',
    ...(pair && { pair: { certificate: pair, key: pair } }),
  };
}

function otherSettings(upstream: UpstreamTls) {
  const { clientCertificate, alpn, curves, signatureAlgorithms, secretError } = upstream;
  return {
    name: upstream.sni?.value ?? '',
    matchers: matchersOf(upstream),
    ...(clientCertificate && {
      pair: {
        certificate: fileOf(clientCertificate.chain),
        key: fileOf(clientCertificate.key),
      },
    }),
    ...(alpn && { alpn: alpn.value }),
    ...(curves && { groups: curves.value }),
    ...(signatureAlgorithms && { schemes: signatureAlgorithms.value }),
    ...(secretError && {
      refused: {
        role: secretError.secret === 'trust' ? ('trust' as const) : ('pair' as const),
        text: secretError.message,
        transportFailure: secretError.transportFailure,
      },
    }),
  };
}

/** Any one has to match; without a list the names of the policy do. */
function matchersOf({ sanMatchers = [], verifyNames }: UpstreamTls): readonly SanMatcher[] {
  if (sanMatchers.length > 0) return sanMatchers.map(({ value }) => value);
  return verifyNames.map(({ value }) => ({ san: 'dns', match: 'exact', value }));
}

function trustFile(upstream: UpstreamTls, systemRoots: string | undefined): LoadedFile | undefined {
  const { trust } = upstream;
  if (trust?.kind === 'bundle') return fileOf(trust.material);
  if (trust?.kind !== 'system' || systemRoots === undefined) return undefined;
  return { path: SYSTEM_ROOTS, pem: systemRoots };
}

/** NGINX Gateway Fabric writes certificate, line end and key into one file that both directives name. */
function pairFile({ clientCertificate }: UpstreamTls): LoadedFile | undefined {
  if (clientCertificate === undefined) return undefined;
  const { chain, key } = clientCertificate;
  return { path: fileOf(chain).path, pem: `${chain.pem}\n${key.pem}` };
}

function backendSide(backend: BackendTls, absence: BackendTls['absence']): BackendSide {
  if (absence?.kind === 'not-listening') return { kind: 'refuses-connection' };
  if (absence !== undefined)
    return { kind: 'absent', log: absence.kind === 'exits' ? absence.text : null };
  switch (backend.mode) {
    case 'unknown':
      return { kind: 'unknown' };
    case 'plaintext':
      return { kind: 'plaintext' };
    case 'tls':
      if (backend.servers.length === 0) return { kind: 'unknown' };
      return serverSide(backend);
    default:
      return backend.mode satisfies never;
  }
}

function serverSide({ software, origin, servers }: BackendTls): BackendSide {
  const blocks = servers.map(serverBlock);
  if (software === 'nginx') return { kind: 'nginx', servers: blocks };
  if (software === 'unknown') return { kind: 'strict', servers: blocks, loader: 'unknown' };
  // Only echo-basic is read from the environment.
  const isEcho = software === 'go' && origin === 'environment';
  return { kind: 'strict', servers: blocks, software, ...(isEcho && { loader: 'echo-basic' }) };
}

function serverBlock(server: BackendServer): ServerBlock {
  const { chain, key, clientCa } = server;
  const versions = server.protocols?.filter(isTlsVersion);
  return {
    names: server.names,
    isDefault: server.isDefault,
    reject: server.rejectsHandshake === true,
    ...(chain && { pair: { certificate: fileOf(chain), ...(key && { key: fileOf(key) }) } }),
    verifyClient: server.verifyClient,
    ...(clientCa && { clientCa: fileOf(clientCa) }),
    depth: server.verifyDepth,
    ...(versions && { versions }),
    ...(server.ciphers !== undefined && { ciphers: server.ciphers }),
  };
}

function fileOf(material: Material): LoadedFile {
  return { path: material.path ?? material.source.label, pem: material.pem };
}
