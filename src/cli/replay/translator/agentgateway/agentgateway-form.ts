import { parse } from 'yaml';
import type { ManifestObject } from '../../../../core/manifest/types.ts';
import { isFields, type Fields } from '../../json.ts';
import type { Disagreement, FormReader, Note, ReplayFile } from '../../types.ts';
import { objectsOf } from '../objects-of.ts';
import { resolveFor } from '../resolve-for.ts';
import { differingRows, judgedRows } from '../tables.ts';
import { addedObjects } from './added-objects.ts';
import type { AgentgatewayOutput } from './agentgateway-output.ts';
import { predictedConditions, recordedConditions } from './condition-rows.ts';
import { predictedPolicies, recordedPolicies } from './policy-rows.ts';

const OUTPUT = '\n---\n# Output\n';

/**
 * Cases of agentgateway's translator and plugins: manifests, then behind `# Output` what was sent and every status.
 * Manifests that all cases of a folder share stand beside them in `_defaults.yaml`.
 */
export const agentgatewayForm: FormReader = (file, all) => {
  if (isDefaults(file, all)) return [];
  const [input = '', rest] = file.text.split(OUTPUT);
  const recorded = rest === undefined ? null : outputOf(rest);
  if (recorded === null) return null;
  const run = (note?: Note) => Promise.resolve(play(file, input, recorded, all, note));
  return [{ id: file.path, category: 'agentgateway', run }];
};

const DEFAULTS = '_defaults.yaml';

function isDefaults({ path }: ReplayFile, all: readonly ReplayFile[]): boolean {
  return (
    path.endsWith(DEFAULTS) &&
    all.some((file) => folderOf(file.path) === folderOf(path) && file.text.includes(OUTPUT))
  );
}

function folderOf(path: string): string {
  return path.replace(/[^\\/]*$/, '');
}

function outputOf(text: string): Fields | null {
  const document: unknown = parse(text);
  return isFields(document) && ('output' in document || 'status' in document) ? document : null;
}

function play(
  { path }: ReplayFile,
  input: string,
  recorded: Fields,
  all: readonly ReplayFile[],
  note: Note | undefined,
): Disagreement | null {
  const shared = all.find((file) => file.path === `${folderOf(path)}${DEFAULTS}`);
  const own = [...(shared ? objectsOf(shared.text, 'defaults') : []), ...objectsOf(input, 'input')];
  const output = decoded(recorded, own);
  const tell: Note = (text) => note?.(`${path}: ${text}`);
  const folder = path.split(/[\\/]/).at(-2) ?? '';
  const resolution = resolveFor('agentgateway', [...addedObjects(folder, own, output), ...own]);
  const given = new Map([...recordedPolicies(output, tell), ...recordedConditions(output, tell)]);
  const kinds = [...(STATUS_KINDS[folder] ?? []), ...output.status.map(({ kind }) => kind)];
  const ours = new Map([
    ...predictedPolicies(resolution, output),
    ...predictedConditions(resolution, kinds),
  ]);
  return differingRows(path, judgedRows(given, ours, UNPREDICTED, tell), ours);
}

/** A plugin's case gives the status of its one policy without saying whose it is. */
function decoded(recorded: Fields, objects: readonly ManifestObject[]): AgentgatewayOutput {
  const output = recorded.output ?? [];
  const policy = objects.find(({ kind }) => kind === 'AgentgatewayPolicy');
  const { kind, name, namespace } = policy ?? { kind: 'object', name: '', namespace: '' };
  const status = isFields(recorded.status)
    ? [{ kind, metadata: { name, namespace }, status: recorded.status }]
    : (recorded.status ?? []);
  return { output, status } as Fields as unknown as AgentgatewayOutput;
}

/** Kinds whose status upstream records, by folder; elsewhere those that stand in the recording. */
const STATUS_KINDS: Readonly<Record<string, readonly string[]>> = {
  backends: ['AgentgatewayBackend', 'BackendTLSPolicy'],
  gateways: ['Gateway', 'ListenerSet'],
};

/** Policies that set more than backend TLS: some of them have no prediction. */
const UNPREDICTED = ['AgentgatewayPolicy'];
