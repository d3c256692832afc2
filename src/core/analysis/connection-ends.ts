import { simulateOn, type Connection, type Resolution } from '../gateway-api/index.ts';
import { program, type UpstreamTls } from '../implementations/index.ts';
import type { ParsedFile } from '../manifest/index.ts';
import type { Workspace } from '../model/index.ts';
import { backendTlsFor, type BackendTls } from '../workload/index.ts';
import { blobTexts, readBlobs } from './read-blobs.ts';
import { readManifests } from './read-manifests.ts';
import type { Memory } from './memory/memory.ts';
import type { AnalyzeOptions } from './types.ts';

/** What of the analysis' options decides both ends of a connection. */
export type EndsOptions = Pick<AnalyzeOptions, 'lens' | 'checkpoint' | 'crypto'>;

/** Both ends of one connection as they stand before any handshake, with the manifests they were read from. */
export interface ConnectionEnds {
  readonly connection: Connection;
  /** Null when no gateway is known for it. */
  readonly upstream: UpstreamTls | null;
  readonly backend: BackendTls;
  readonly resolution: Resolution;
  readonly parsed: readonly ParsedFile[];
}

/**
 * Works out both ends of every connection, as its own gateway or the one of the lens programs it.
 *
 * @returns in the order of the analysis of the same workspace
 */
export async function connectionEnds(
  workspace: Workspace,
  options: EndsOptions,
  memory: Memory,
): Promise<readonly ConnectionEnds[]> {
  const { resolution: written, parsed } = await readManifests(workspace, options, memory);
  const { lens } = options;
  const resolution = lens === undefined ? written : simulateOn(written, lens);
  const blobs = await readBlobs(workspace.blobs, options.crypto, memory);
  const texts = new Map(blobTexts(blobs).map(({ ownerId, text }) => [ownerId, text]));
  const materials = { blobs: (id: string) => texts.get(id) };
  return resolution.connections.map((connection) => ({
    connection,
    upstream: program(connection, resolution, workspace.options.versions)?.upstream ?? null,
    backend: backendTlsFor(connection.backend, resolution, workspace.assignments, materials),
    resolution,
    parsed,
  }));
}
