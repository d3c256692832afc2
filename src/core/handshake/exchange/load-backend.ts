import { serverForSni } from '../../workload/server-for-sni.ts';
import { loaderFor, loaderOf } from './loaders/loader-for.ts';
import type { FileLoader, Loaded } from './loaders/types.ts';
import type { BackendFailure, BackendLoader, LoadedServer, ServerBlock } from './sides.ts';
import type { ExchangeRequest } from './types.ts';

export interface LoadedBackend {
  readonly failure: BackendFailure | null;
  /** The server block that the SNI selects, with its files read. */
  readonly server: LoadedServer | null;
}

/**
 * The backend's server blocks, loaded in order as its software reads them: the first file that it refuses keeps the
 * process from starting.
 *
 * @param sni the server name on the wire, or null
 */
export async function loadBackend(
  request: ExchangeRequest,
  sni: string | null,
): Promise<LoadedBackend> {
  const { backend } = request;
  if (backend.kind !== 'nginx' && backend.kind !== 'strict') return { failure: null, server: null };
  const chosen = serverForSni(backend.servers, sni ?? undefined);
  const id = loaderOf(backend);
  const loader = loaderFor(id, request);
  let failure: BackendFailure | null = null;
  let server: LoadedServer | null = null;
  for (const block of backend.servers) {
    const loaded = await loadServer(block, id, loader);
    failure ??= loaded.failure;
    if (block === chosen) server = loaded.server;
  }
  return { failure, server };
}

async function loadServer(
  block: ServerBlock,
  id: BackendLoader,
  loader: FileLoader,
): Promise<LoadedBackend> {
  const pair = block.pair && (await loader.pair(block.pair, block));
  const trust = clientTrust(block, loader);
  const failures = [failureOf('pair', id, pair), failureOf('trust', id, trust)];
  if (loader.first === 'trust') failures.reverse();
  const [ofPair, ofTrust] = [remarkOf(pair), remarkOf(trust)];
  const server = {
    block,
    pair: pair?.state === 'loaded' ? pair.value : null,
    clientAnchors: trust?.state === 'loaded' ? trust.value : null,
    remarks: {
      ...(ofPair !== undefined && { pair: ofPair }),
      ...(ofTrust !== undefined && { clientCa: ofTrust }),
    },
  };
  return { failure: failures.find((one) => one !== null) ?? null, server };
}

/** Undefined when client certificates are verified against something that nobody has told. */
function clientTrust(
  { verifyClient, clientCa }: ServerBlock,
  loader: FileLoader,
): ReturnType<FileLoader['clientCa']> | undefined {
  if (verifyClient === 'off') return { state: 'loaded', value: [] };
  if (clientCa !== undefined) return loader.clientCa(clientCa);
  return verifyClient === 'optional_no_ca' ? { state: 'loaded', value: [] } : undefined;
}

function failureOf(
  role: BackendFailure['role'],
  loader: BackendLoader,
  loaded: Loaded<unknown> | undefined,
): BackendFailure | null {
  if (loaded?.state !== 'refused') return null;
  const { failure, isQuoted, log, stops } = loaded;
  return { role, loader, failure, isQuoted, log, stops };
}

function remarkOf(loaded: Loaded<unknown> | undefined): string | undefined {
  if (loaded?.state === 'unclear') return loaded.why;
  return loaded?.state === 'loaded' ? loaded.remark : undefined;
}
