import { loadKeyPair, loadTrust } from '../../verify/loading/index.ts';
import { serverForSni } from '../../workload/server-for-sni.ts';
import { securityLevelOf } from '../../tls/security-level.ts';
import type { ExchangeRequest } from './types.ts';
import type { ConfigFailure, LoadedServer, ServerBlock } from './sides.ts';

export interface LoadedBackend {
  readonly failure: ConfigFailure | null;
  /** The server block that the SNI selects, with its files read. */
  readonly server: LoadedServer | null;
}

/**
 * The backend's server blocks, loaded in order: the first file that nginx refuses keeps the process from starting.
 *
 * @param sni the server name on the wire, or null
 * @see nginx src/http/modules/ngx_http_ssl_module.c `ngx_http_ssl_merge_srv_conf`
 */
export async function loadBackend(
  request: ExchangeRequest,
  sni: string | null,
): Promise<LoadedBackend> {
  const { backend } = request;
  if (backend.kind !== 'nginx' && backend.kind !== 'strict') return { failure: null, server: null };
  const chosen = serverForSni(backend.servers, sni ?? undefined);
  let failure: ConfigFailure | null = null;
  let server: LoadedServer | null = null;
  for (const block of backend.servers) {
    const loaded = await loadServer(block, request);
    failure ??= loaded.failure;
    if (block === chosen) server = loaded.server;
  }
  return { failure, server };
}

async function loadServer(block: ServerBlock, request: ExchangeRequest): Promise<LoadedBackend> {
  const pair = await loadPair(block, request.crypto);
  const anchors = loadClientAnchors(block, request);
  const server = {
    block,
    pair: pair?.ok === true ? pair.value : null,
    clientAnchors: anchors.anchors,
  };
  const pairFailure: ConfigFailure | null =
    pair?.ok === false ? { role: 'pair', failure: pair.failure } : null;
  return { failure: pairFailure ?? anchors.failure, server };
}

/** Without a key only the chain is known: whether the pair loads cannot be told. */
async function loadPair(block: ServerBlock, crypto: Crypto) {
  const { pair } = block;
  if (pair === undefined) return undefined;
  if (pair.key !== undefined) {
    const files = { certificate: pair.certificate, key: pair.key };
    return loadKeyPair({ ...files, securityLevel: securityLevelOf(block.ciphers) }, crypto);
  }
  const chain = loadTrust(pair.certificate, 'pem-read-bio');
  return chain.ok
    ? { ok: true as const, value: { chain: chain.value, keyProof: 'not-checked' as const } }
    : chain;
}

function loadClientAnchors(
  block: ServerBlock,
  { profile }: ExchangeRequest,
): { anchors: LoadedServer['clientAnchors']; failure: ConfigFailure | null } {
  if (block.verifyClient === 'off') return { anchors: [], failure: null };
  if (block.clientCa === undefined)
    return { anchors: block.verifyClient === 'optional_no_ca' ? [] : null, failure: null };
  const trust = loadTrust(block.clientCa, profile.trustLoader);
  if (trust.ok) return { anchors: trust.value, failure: null };
  return { anchors: null, failure: { role: 'trust', failure: trust.failure } };
}
