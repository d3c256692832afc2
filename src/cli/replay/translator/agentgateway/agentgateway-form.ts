import { parse } from 'yaml';
import { kinds } from '../../../../core/gateway-api/index.ts';
import type { ManifestObject } from '../../../../core/manifest/types.ts';
import { isFields, type Fields } from '../../json.ts';
import type { Disagreement, FormReader } from '../../types.ts';
import { everyBackend } from '../every-backend.ts';
import { objectsOf } from '../objects-of.ts';
import { resolveFor } from '../resolve-for.ts';
import { differingRows } from '../tables.ts';
import type { AgentgatewayOutput } from './agentgateway-output.ts';
import { predictedConditions, recordedConditions } from './condition-rows.ts';
import { predictedPolicies, recordedPolicies } from './policy-rows.ts';

const OUTPUT = /\n---\n# Output\n/;

/** Cases of agentgateway's translator: manifests, then behind `# Output` what was sent and every status. */
export const agentgatewayForm: FormReader = ({ path, text }) => {
  const [input = '', rest] = text.split(OUTPUT);
  if (rest === undefined) return null;
  const output = outputOf(rest);
  if (output === null) return null;
  return [
    { id: path, category: 'agentgateway', run: () => Promise.resolve(play(path, input, output)) },
  ];
};

function outputOf(text: string): AgentgatewayOutput | null {
  const document: unknown = parse(text);
  if (!isFields(document) || !('output' in document || 'status' in document)) return null;
  const { output, status } = document;
  return { output: output ?? [], status: status ?? [] } as Fields as unknown as AgentgatewayOutput;
}

function play(path: string, input: string, output: AgentgatewayOutput): Disagreement | null {
  const own = objectsOf(input, 'input');
  const folder = path.split(/[\\/]/).at(-2) ?? '';
  const objects = folder === 'backends' ? [...basicGateway(own), ...own] : own;
  const resolution = resolveFor('agentgateway', objects);
  const recorded = new Map([...recordedPolicies(output), ...recordedConditions(output)]);
  const predicted = new Map([
    ...predictedPolicies(resolution),
    ...predictedConditions(resolution, STATUS_KINDS[folder] ?? ALL_KINDS),
  ]);
  return differingRows(path, recorded, predicted);
}

/** Kinds whose status upstream records, by folder; InferencePool and ListenerSet are outside backend TLS. */
const STATUS_KINDS: Readonly<Record<string, readonly string[]>> = {
  backends: ['AgentgatewayBackend', 'BackendTLSPolicy'],
  gateways: ['Gateway'],
};
const ALL_KINDS = Object.values(STATUS_KINDS).flat();

const ROUTED: ReadonlySet<string> = new Set([
  kinds.service,
  kinds.agentgatewayBackend,
  'inference.networking.k8s.io/InferencePool',
]);

/** Upstream's own test of that folder adds a Gateway `basic` and a route to every backend. */
function basicGateway(objects: readonly ManifestObject[]): readonly ManifestObject[] {
  const refs = objects
    .filter(({ group, kind }) => ROUTED.has(`${group}/${kind}`))
    .map(
      ({ group, kind, namespace, name }) =>
        `{ group: "${group}", kind: ${kind}, namespace: ${namespace}, name: ${name} }`,
    );
  const names = { gateway: 'basic', route: 'dummy', gatewayClass: 'agentgateway' };
  return everyBackend(names, 'default', refs);
}
