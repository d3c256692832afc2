import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { kinds } from '../../gateway-api/index.ts';
import { objectsFrom } from '../../gateway-api/objects.testing.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { PredictedCondition } from '../status.ts';

/** What the controller sends to the proxy, as far as the test reads it. */
export interface RecordedResource {
  readonly gateway?: { readonly Name: string; readonly Namespace: string };
  readonly resource?: {
    readonly policy?: {
      readonly key: string;
      readonly backend?: { readonly backendTls?: RecordedTls };
    };
  };
}

/** Bytes are base64. */
export interface RecordedTls {
  readonly hostname?: string;
  readonly root?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly verifySubjectAltNames?: readonly string[];
}

interface Conditions {
  readonly conditions?: readonly PredictedCondition[];
}

/** One object's recorded status. */
export interface RecordedStatus {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly status: Conditions & {
    readonly ancestors?: readonly (Conditions & {
      readonly ancestorRef: { readonly name: string; readonly namespace?: string };
    })[];
    readonly listeners?: readonly (Conditions & { readonly name: string })[];
  };
}

export interface TranslatorCase {
  readonly name: string;
  readonly objects: readonly ManifestObject[];
  readonly output: readonly RecordedResource[];
  readonly status: readonly RecordedStatus[];
}

const FOLDER = new URL('../../../../../shared/peer/agentgateway/translator/', import.meta.url);
const OUTPUT = /\n---\n# Output\n/;

/** Every recorded case: the input, then the output in the same file. Empty where the folder is absent. */
export function translatorCases(): readonly TranslatorCase[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml') && !path.endsWith('_defaults.yaml'))
    .sort()
    .map((path) => {
      const [input = '', output = ''] = readFileSync(new URL(path, FOLDER), 'utf8').split(OUTPUT);
      const recorded = parse(output) as Partial<TranslatorCase>;
      const objects = objectsFrom(input, 'default', 'input');
      const backends = path.startsWith('backends/') ? everyBackend(objects) : [];
      return {
        name: path.replace(/\.yaml$/, ''),
        objects: [...backends, ...objects],
        output: recorded.output ?? [],
        status: recorded.status ?? [],
      };
    });
}

const ROUTED: ReadonlySet<string> = new Set([
  kinds.service,
  kinds.agentgatewayBackend,
  'inference.networking.k8s.io/InferencePool',
]);

/** Upstream's own test adds a Gateway `basic` and a route to every backend (translator/golden_test.go). */
function everyBackend(objects: readonly ManifestObject[]): readonly ManifestObject[] {
  const refs = objects
    .filter(({ group, kind }) => ROUTED.has(`${group}/${kind}`))
    .map(
      ({ group, kind, namespace, name }) =>
        `{ group: "${group}", kind: ${kind}, namespace: ${namespace}, name: ${name} }`,
    );
  return objectsFrom(
    `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: basic, namespace: default }
spec: { gatewayClassName: agentgateway, listeners: [{ name: http, port: 80, protocol: HTTP }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: dummy, namespace: default }
spec: { parentRefs: [{ name: basic }], rules: [{ backendRefs: [${refs.join(', ')}] }] }`,
    'default',
    'defaults',
  );
}
