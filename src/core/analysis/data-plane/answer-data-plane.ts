import { isMade, simulateOn, type Connection, type ObjectIndex } from '../../gateway-api/index.ts';
import {
  dataPlaneFor,
  implementationInfo,
  type DataPlaneLine,
} from '../../implementations/index.ts';
import type { Workspace } from '../../model/index.ts';
import type { Memory } from '../memory/memory.ts';
import { readManifests } from '../read-manifests.ts';
import type { AnalyzeOptions } from '../types.ts';
import { lineSource } from './line-source.ts';
import type { DataPlaneAnswer, LineSource, ListedLine } from './types.ts';

/** What of the analysis' options decides a data plane's configuration. */
export type DataPlaneOptions = Pick<AnalyzeOptions, 'lens' | 'checkpoint' | 'crypto'>;

/**
 * The data plane's configuration for one connection, as its own gateway or the one of the lens would write it.
 *
 * @param connectionId as in the analysis of the same workspace
 */
export async function answerDataPlane(
  workspace: Workspace,
  connectionId: string,
  options: DataPlaneOptions,
  memory: Memory,
): Promise<DataPlaneAnswer> {
  const { resolution: written, index } = await readManifests(workspace, options, memory);
  const { lens } = options;
  const resolution = lens === undefined ? written : simulateOn(written, lens);
  const connection = resolution.connections.find(({ id }) => id === connectionId);
  if (connection === undefined) return { kind: 'no-connection', connectionId };
  const { versions } = workspace.options;
  const { id } = connection.implementation;
  const config = dataPlaneFor(connection, resolution, versions);
  if (id === null || config === null) return unknownGateway(connection, index);
  return {
    kind: 'listing',
    connectionId,
    implementation: id,
    version: versions[id] ?? implementationInfo[id].defaultVersion,
    language: config.language,
    lines: listedLines(config.lines, index, workspace.files),
  };
}

function unknownGateway(connection: Connection, index: ObjectIndex): DataPlaneAnswer {
  const { id, gatewayId, implementation } = connection;
  const gatewayName = index.byId.get(gatewayId)?.name ?? '';
  const { evidence } = implementation;
  return { kind: 'unknown-gateway', connectionId: id, gatewayName, evidence };
}

function listedLines(
  lines: readonly DataPlaneLine[],
  { byId }: ObjectIndex,
  files: Workspace['files'],
): readonly ListedLine[] {
  const known = new Map<string, LineSource | undefined>();
  const sourceOf = (from: DataPlaneLine['from']): LineSource | undefined => {
    if (from === undefined) return undefined;
    const key = JSON.stringify(from);
    if (!known.has(key)) {
      const object = byId.get(from.objectId);
      const shown = object !== undefined && !isMade(object);
      known.set(key, shown ? lineSource(object, from.path, files) : undefined);
    }
    return known.get(key);
  };
  return lines.map(({ text, from }) => {
    const source = sourceOf(from);
    return source === undefined ? { text } : { text, source };
  });
}
