import type { JsonValue, ManifestObject } from '../manifest/types.ts';
import type { FieldPath, FieldRef } from '../model/index.ts';
import { backendTarget } from './backend-target.ts';
import { exampleHostname } from './hostnames.ts';
import { stringAt, valueAt } from './json.ts';
import { namespacedName } from './namespaced-name.ts';
import { servicePorts } from './service-ports.ts';
import type {
  BackendTarget,
  Connection,
  DetectedImplementation,
  Listener,
  ObjectIndex,
  Reference,
  RouteAttachment,
} from './types.ts';

/**
 * Every way a request can take: one for each listener that takes the route, each rule and each backendRef of
 * it, in the order of the manifests. A listener reached through two parentRefs counts once.
 */
export function connectionsOf(
  index: ObjectIndex,
  references: readonly Reference[],
  attachments: readonly RouteAttachment[],
  implementations: ReadonlyMap<string, DetectedImplementation>,
): readonly Connection[] {
  const backends = backendsByRoute(index, references);
  const connections = new Map<string, Connection>();
  for (const attachment of attachments) {
    const gateway = index.byId.get(attachment.gatewayId ?? '');
    const route = index.byId.get(attachment.routeId);
    const implementation = gateway && implementations.get(gateway.key);
    if (gateway === undefined || route === undefined || implementation === undefined) continue;
    for (const taken of attachment.listeners) {
      if (!leadsToBackendTls(taken.listener)) continue;
      const owner = index.byId.get(taken.listener.listenerSetId ?? '') ?? gateway;
      for (const backend of backends.get(route.id) ?? []) {
        const from = { gateway, owner, route, attachment, implementation };
        const found = connect(from, taken, backend);
        if (!connections.has(found.id)) connections.set(found.id, found);
      }
    }
  }
  return [...connections.values()];
}

interface RuleBackend {
  readonly ruleIndex: number;
  readonly backendRefIndex: number;
  readonly backend: BackendTarget;
  readonly portField: readonly FieldRef[];
}

/** backendRefs of rules (those of mirror filters are copies of a request, not a way it takes). */
function backendsByRoute(
  index: ObjectIndex,
  references: readonly Reference[],
): ReadonlyMap<string, readonly RuleBackend[]> {
  const byRoute = new Map<string, RuleBackend[]>();
  for (const reference of references) {
    const [, , ruleIndex, list, backendRefIndex, ...rest] = reference.from.path;
    if (reference.kind !== 'backendRef' || list !== 'backendRefs' || rest.length > 0) continue;
    if (typeof ruleIndex !== 'number' || typeof backendRefIndex !== 'number') continue;
    const backend = backendTarget(index, reference);
    const entries = byRoute.get(reference.from.objectId) ?? [];
    entries.push({ ruleIndex, backendRefIndex, backend, portField: portField(index, backend) });
    byRoute.set(reference.from.objectId, entries);
  }
  return byRoute;
}

function portField(index: ObjectIndex, backend: BackendTarget): readonly FieldRef[] {
  const object = index.byId.get(backend.target.objectId ?? '');
  if (object === undefined) return [];
  if (backend.kind !== 'service') return [{ objectId: object.id, path: ['spec'] }];
  const port = servicePorts(object).find((entry) => entry.port === backend.port);
  return port === undefined ? [] : [{ objectId: object.id, path: ['spec', 'ports', port.index] }];
}

/**
 * Nothing of a passed-through session is the gateway's business (GEP-2907 L224-230). Which of the listeners that conflict
 * is configured depends on the implementation.
 */
function leadsToBackendTls({ tlsMode }: Listener): boolean {
  return tlsMode !== 'Passthrough';
}

interface Origin {
  readonly gateway: ManifestObject;
  /** The Gateway or ListenerSet that the listener stands in. */
  readonly owner: ManifestObject;
  readonly route: ManifestObject;
  readonly attachment: RouteAttachment;
  readonly implementation: DetectedImplementation;
}

function connect(
  { gateway, owner, route, attachment, implementation }: Origin,
  { listener, hostnames }: RouteAttachment['listeners'][number],
  { ruleIndex, backendRefIndex, backend, portField: port }: RuleBackend,
): Connection {
  const rule: FieldPath = ['spec', 'rules', ruleIndex];
  return {
    id: [
      gateway.key,
      owner === gateway ? listener.name : `${namespacedName(owner)}/${listener.name}`,
      route.key,
      ruleIndex,
      backendRefIndex,
    ].join('|'),
    gatewayId: gateway.id,
    listener,
    routeId: route.id,
    routeKind: routeKindOf(route),
    ruleIndex,
    backendRefIndex,
    hostname: exampleHostname(hostnames),
    path: requestPath(route.kind, valueAt(route.value, rule)),
    backend,
    fields: [
      { objectId: owner.id, path: ['spec', 'listeners', listener.index] },
      attachment.parent.from,
      { objectId: route.id, path: rule },
      backend.reference.from,
      ...port,
    ],
    implementation,
  };
}

function routeKindOf({ kind }: ManifestObject): Connection['routeKind'] {
  return kind === 'GRPCRoute' || kind === 'TLSRoute' ? kind : 'HTTPRoute';
}

/** A request path that the rule takes: the first match, else the default prefix `/`. */
function requestPath(routeKind: string, rule: JsonValue | undefined): string {
  if (routeKind !== 'GRPCRoute') return stringAt(rule, ['matches', 0, 'path', 'value']) ?? '/';
  const service = stringAt(rule, ['matches', 0, 'method', 'service']);
  const method = stringAt(rule, ['matches', 0, 'method', 'method']);
  return service === undefined ? '/' : `/${service}/${method ?? ''}`;
}
