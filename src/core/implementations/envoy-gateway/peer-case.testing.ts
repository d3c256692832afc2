import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { indexObjects, resolve, type Resolution } from '../../gateway-api/index.ts';
import { objectsFrom } from '../../gateway-api/objects.testing.ts';

/** Recorded translations of Envoy Gateway, read where they are. */
const FOLDER = new URL('../../../../../shared/peer/envoy-gateway/translate/', import.meta.url);

type Json = Readonly<Record<string, unknown>>;

export interface PeerCase {
  readonly name: string;
  readonly input: Json;
  readonly output: Json;
}

/** All pairs of the folder, or null where it is absent. */
export function peerCases(): readonly PeerCase[] | null {
  if (!existsSync(FOLDER)) return null;
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.in.yaml'))
    .map((file) => file.slice(0, -'.in.yaml'.length))
    .map((name) => ({ name, input: read(`${name}.in.yaml`), output: read(`${name}.out.yaml`) }));
}

function read(file: string): Json {
  return parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Json;
}

const CONTROLLER = 'gateway.envoyproxy.io/gatewayclass-controller';

/** What the project's runner turns on for a case, by its name. */
function flagsOf(name: string): { backend: boolean; sds: boolean; perResource: boolean } {
  return {
    backend:
      name !== 'backend-invalid-feature-disabled' &&
      !(name.startsWith('envoyextensionpolicy') && name.endsWith('shared-secret')),
    sds: name === 'sds' || name === 'sds-invalid',
    perResource: name.endsWith('per-resource-secret'),
  };
}

/** The case as manifests: its own objects, the runner's fixtures, class and configuration. */
export function resolveCase({ name, input }: PeerCase): Resolution {
  const base = read('base/base.yaml');
  const objects = [
    ...fixtures(),
    ...listed(base),
    ...listed(input),
    gatewayClass(input.envoyProxyForGatewayClass),
    configuration(name),
  ];
  const text = objects.map((object) => JSON.stringify(foldKeys(object))).join('\n---\n');
  return resolve(indexObjects(objectsFrom(text)), { overrides: {} });
}

function listed(lists: Json): readonly unknown[] {
  return Object.values(lists).flat();
}

/**
 * What the runner's decoder lets pass and an API server would not: a key in other letters, a number where text
 * belongs.
 */
function foldKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(foldKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key === 'SignatureAlgorithms' ? 'signatureAlgorithms' : key,
      key === 'sectionName' ? String(entry) : foldKeys(entry),
    ]),
  );
}

function gatewayClass(proxy: unknown): unknown {
  const metadata = (proxy as { metadata: { namespace: string; name: string } } | undefined)
    ?.metadata;
  const parametersRef = metadata && {
    group: 'gateway.envoyproxy.io',
    kind: 'EnvoyProxy',
    ...metadata,
  };
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'GatewayClass',
    metadata: { name: 'envoy-gateway-class' },
    spec: { controllerName: CONTROLLER, ...(parametersRef && { parametersRef }) },
  };
}

function configuration(name: string): unknown {
  const { backend, sds, perResource } = flagsOf(name);
  return {
    apiVersion: 'gateway.envoyproxy.io/v1alpha1',
    kind: 'EnvoyGateway',
    gateway: { controllerName: CONTROLLER },
    extensionApis: { enableBackend: backend, enableSDSSecretRef: sds },
    runtimeFlags: { enabled: perResource ? ['PerResourceSystemCASecret'] : [] },
  };
}

/** Namespaces, Services and endpoints that the runner adds to every case. */
function fixtures(): readonly unknown[] {
  const ports = [
    { name: 'http', port: 8080 },
    { name: 'https', port: 8443 },
    { name: 'tcp', port: 8163, protocol: 'TCP' },
    { name: 'udp', port: 8162, protocol: 'UDP' },
  ];
  const grpc = [
    { name: 'grpc', port: 4317 },
    { name: 'zipkin', port: 9411 },
  ];
  return [
    ...['envoy-gateway', 'default'].map((name) => core('Namespace', '', name, {})),
    ...[1, 2, 3, 4].map((at) => core('Service', 'default', `service-${at}`, { spec: { ports } })),
    core('Service', 'default', 'mirror-service', {
      spec: { ports: [{ name: 'http', port: 8080 }] },
    }),
    core('Service', 'monitoring', 'otel-collector', { spec: { ports: grpc } }),
  ];
}

function core(kind: string, namespace: string, name: string, rest: object): object {
  const metadata = namespace === '' ? { name } : { namespace, name };
  return { apiVersion: 'v1', kind, metadata, ...rest };
}
