import type { UpstreamTls } from '../implementations/types.ts';
import type { Material } from '../pki/types.ts';
import type { LoadedFile } from '../verify/loading/index.ts';
import type { BackendServer, BackendTls } from '../workload/types.ts';
import { isTlsVersion } from '../tls/tls-version.ts';
import { NGINX_PROFILES } from './exchange/profile.ts';
import type { BackendSide, ExchangeRequest, GatewaySide, ServerBlock } from './exchange/types.ts';
import type { HandshakeRequest } from './request.ts';

/** The system trust list in the Alpine image of NGINX Gateway Fabric's data plane. */
const SYSTEM_ROOTS = '/etc/ssl/cert.pem';

/**
 * What a gateway is programmed with and what stands behind the port, as the files and directives of two nginx
 * processes. A backend of unknown software is taken for one that ends the handshake when it refuses a client.
 */
export function toExchange(request: HandshakeRequest): ExchangeRequest {
  return {
    gateway: gatewaySide(request.programmed, request.systemRoots),
    backend: backendSide(request.backend),
    at: request.at,
    checkSignature: request.checkSignature,
    crypto: request.crypto,
    profile: NGINX_PROFILES['ngf-tls13'],
  };
}

function gatewaySide(upstream: UpstreamTls, systemRoots: string | undefined): GatewaySide {
  const trust = trustFile(upstream, systemRoots);
  const pair = pairFile(upstream);
  const versions = upstream.versions.filter(isTlsVersion);
  return {
    scheme: upstream.mode === 'tls' ? 'https' : 'http',
    verify: upstream.mode === 'tls',
    sendServerName: upstream.sni !== undefined,
    name: upstream.verifyNames[0]?.value ?? upstream.sni?.value ?? '',
    depth: upstream.verifyDepth,
    ...(trust && { trust }),
    ...(pair && { pair: { certificate: pair, key: pair } }),
    ...(versions.length > 0 && { versions }),
    ...(upstream.ciphers !== undefined && { ciphers: upstream.ciphers }),
  };
}

function trustFile(upstream: UpstreamTls, systemRoots: string | undefined): LoadedFile | undefined {
  const { trust } = upstream;
  if (trust?.kind === 'bundle') return fileOf(trust.material);
  if (trust === undefined || systemRoots === undefined) return undefined;
  return { path: SYSTEM_ROOTS, pem: systemRoots };
}

/** NGINX Gateway Fabric writes certificate, line end and key into one file that both directives name. */
function pairFile({ clientCertificate }: UpstreamTls): LoadedFile | undefined {
  if (clientCertificate === undefined) return undefined;
  const { chain, key } = clientCertificate;
  return { path: fileOf(chain).path, pem: `${chain.pem}\n${key.pem}` };
}

function backendSide(backend: BackendTls): BackendSide {
  switch (backend.mode) {
    case 'unknown':
      return { kind: 'unknown' };
    case 'plaintext':
      return { kind: 'plaintext' };
    case 'tls':
      if (backend.servers.length === 0) return { kind: 'unknown' };
      return {
        kind: backend.software === 'nginx' ? 'nginx' : 'strict',
        servers: backend.servers.map(serverBlock),
      };
    default:
      return backend.mode satisfies never;
  }
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
