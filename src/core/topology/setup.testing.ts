import type {
  Connection,
  DetectedImplementation,
  ObjectIndex,
  Reference,
  ReferenceKind,
} from '../gateway-api/types.ts';
import type { Handshake } from '../handshake/types.ts';
import type { UpstreamTls } from '../implementations/types.ts';
import type { JsonObject, ManifestObject } from '../manifest/types.ts';
import type { FieldPath, Severity } from '../model/index.ts';
import type { BackendTls } from '../workload/types.ts';
import type { TopologyInput } from './input.ts';

const GATEWAY_API = 'gateway.networking.k8s.io';

const GROUPS: Readonly<Record<string, string>> = {
  Gateway: GATEWAY_API,
  GatewayClass: GATEWAY_API,
  HTTPRoute: GATEWAY_API,
  BackendTLSPolicy: GATEWAY_API,
  ReferenceGrant: GATEWAY_API,
  Deployment: 'apps',
  EnvoyProxy: 'gateway.envoyproxy.io',
};

/** `Kind/name` or `Kind/namespace/name`. */
export function keyOf(short: string): string {
  const [kind = '', a = '', b] = short.split('/');
  return `${GROUPS[kind] ?? ''}/${kind}/${b === undefined ? 'default' : a}/${b ?? a}`;
}

export function idOf(short: string): string {
  return `id of ${keyOf(short)}`;
}

const CONFIG_KINDS = new Set(['ConfigMap', 'Secret']);
const CERTIFICATE = '-----BEGIN CERTIFICATE-----';

function object(short: string, value?: JsonObject): ManifestObject {
  const key = keyOf(short);
  const [group = '', kind = '', namespace = '', name = ''] = key.split('/');
  const pem = CONFIG_KINDS.has(kind) ? { data: { 'ca.crt': CERTIFICATE } } : {};
  return {
    id: idOf(short),
    key,
    apiVersion: group === '' ? 'v1' : `${group}/v1`,
    group,
    version: 'v1',
    kind,
    name,
    namespace,
    fileId: 'file',
    documentIndex: 0,
    range: { start: 0, end: 0 },
    value: value ?? pem,
    rangeOf: () => ({ value: { start: 0, end: 0 } }),
  };
}

type Line = readonly [
  from: string,
  kind: ReferenceKind,
  path: string,
  to: string,
  permission?: Reference['permission'],
  optional?: boolean,
];

function pathOf(text: string): FieldPath {
  return text.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

const IMPLEMENTATION: DetectedImplementation = {
  id: 'nginx-gateway-fabric',
  how: 'well-known-class',
  evidence: 'nginx',
};

function connection(setup: Setup, [gateway, route, backend]: Hop, at: number): Connection {
  const [, kind = '', namespace = '', name = ''] = keyOf(backend).split('/');
  const target = { key: keyOf(backend), group: '', kind, namespace, name };
  const reference: Reference = {
    id: `backend ${at}`,
    kind: 'backendRef',
    from: { objectId: idOf(route), path: ['spec', 'rules', 0, 'backendRefs', 0] },
    target,
    permission: 'not-needed',
  };
  return {
    id: `connection ${at}`,
    gatewayId: idOf(gateway),
    listener: { gatewayId: idOf(gateway), index: 0, name: 'http', port: 80, protocol: 'HTTP' },
    routeId: idOf(route),
    routeKind: 'HTTPRoute',
    ruleIndex: 0,
    backendRefIndex: 0,
    hostname: 'example.com',
    path: '/',
    backend: setup.objects.includes(backend)
      ? { kind: 'service', target, port: 8443, reference }
      : { kind: 'missing', target, reference },
    fields: [],
    implementation: IMPLEMENTATION,
  };
}

type Hop = readonly [gateway: string, route: string, backend: string];

/** A setup in shorthand: objects as `Kind/name`, references as lines, request paths as triples. */
export interface Setup {
  readonly objects: readonly string[];
  readonly references: readonly Line[];
  readonly hops: readonly Hop[];
  readonly values?: Readonly<Record<string, JsonObject>>;
  readonly backends?: readonly BackendTls[];
  readonly programmed?: readonly (UpstreamTls | null)[];
  readonly handshakes?: readonly Handshake[];
  readonly marks?: Readonly<Record<string, Severity>>;
  readonly facts?: Readonly<Record<string, string>>;
}

function indexOf(setup: Setup): ObjectIndex {
  const all = setup.objects.map((short) => object(short, setup.values?.[short]));
  return {
    all,
    byId: new Map(all.map((item) => [item.id, item])),
    byKey: new Map(all.map((item) => [item.key, item])),
    shadowed: new Set(),
    ofKind: (groupKind) => all.filter(({ group, kind }) => `${group}/${kind}` === groupKind),
  };
}

/** Expands the shorthand to what `buildTopology` takes. */
export function topologyInput(setup: Setup): TopologyInput {
  const index = indexOf(setup);
  const references = setup.references.map(
    ([from, kind, path, to, permission, optional], at): Reference => {
      const key = keyOf(to);
      const [group = '', targetKind = '', namespace = '', name = ''] = key.split('/');
      const objectId = index.byKey.get(key)?.id;
      const target = {
        key,
        group,
        kind: targetKind,
        namespace,
        name,
        ...(objectId && { objectId }),
      };
      return {
        id: `reference ${at}`,
        kind,
        from: { objectId: idOf(from), path: pathOf(path) },
        target,
        permission: permission ?? 'same-namespace',
        ...(optional !== undefined && { optional }),
      };
    },
  );
  const connections = setup.hops.map((hop, at) => connection(setup, hop, at));
  const byConnection = <Item>(items: readonly Item[] = []): ReadonlyMap<string, Item> =>
    new Map(items.map((item, at) => [`connection ${at}`, item]));
  const byObject = <Item>(items: Readonly<Record<string, Item>> = {}): ReadonlyMap<string, Item> =>
    new Map(Object.entries(items).map(([short, item]) => [idOf(short), item]));
  return {
    resolution: {
      index,
      references,
      connections,
      policies: new Map(
        references.flatMap(({ kind, from, target }) =>
          kind === 'policyTarget'
            ? [[target.key, { policyId: from.objectId, targetIndex: 0, conflicted: [] }] as const]
            : [],
        ),
      ),
      implementations: new Map(),
      attachments: [],
      policyTargets: new Map(),
      findings: [],
    },
    backends: byConnection(setup.backends),
    programmed: byConnection(setup.programmed),
    handshakes: setup.handshakes ?? [],
    marks: byObject(setup.marks),
    facts: byObject(setup.facts),
  };
}
