import type { ManifestObject } from '../manifest/types.ts';
import { allowsRoute } from './allowed-routes.ts';
import { intersectHostnames } from './hostnames.ts';
import { itemsAt, numberAt, stringAt, valueAt } from './json.ts';
import { groups, kinds } from './kinds.ts';
import { listenersOf } from './listeners.ts';
import type {
  AttachmentReason,
  Listener,
  ObjectIndex,
  Reference,
  RouteAttachment,
} from './types.ts';

type Taken = RouteAttachment['listeners'][number];

/**
 * Decides for every parentRef of every HTTPRoute and GRPCRoute which listeners take the route:
 * sectionName and port, then allowedRoutes, then host names (Gateway API v1.6.1 shared_types.go, route condition reasons).
 *
 * @param routeKinds `group/Kind` of other routes, where a caller follows those
 */
export function attachRoutes(
  index: ObjectIndex,
  references: readonly Reference[],
  routeKinds: readonly string[] = L7_ROUTES,
): readonly RouteAttachment[] {
  const listeners = new Map<string, readonly Listener[]>();
  return references.flatMap((parent) => {
    if (parent.kind !== 'parentRef') return [];
    const route = index.byId.get(parent.from.objectId);
    if (route === undefined || !routeKinds.includes(`${route.group}/${route.kind}`)) return [];
    return [attach(index, route, parent, listeners)];
  });
}

const L7_ROUTES: readonly string[] = [kinds.httpRoute, kinds.grpcRoute];

function attach(
  index: ObjectIndex,
  route: ManifestObject,
  parent: Reference,
  cache: Map<string, readonly Listener[]>,
): RouteAttachment {
  const base = {
    routeId: route.id,
    parentIndex: Number(parent.from.path.at(-1)),
    parent,
    listeners: [],
    assumedNamespaceLabels: false,
  };
  const gateway = gatewayOf(index, parent);
  if (gateway === undefined) return base;
  const all = cache.get(gateway.id) ?? listenersOf(gateway);
  cache.set(gateway.id, all);
  const candidates = matchSection(all, valueAt(route.value, parent.from.path));
  const allowed = candidates
    .map((listener) => ({ listener, verdict: allowsRoute(index, gateway, listener, route) }))
    .filter(({ verdict }) => verdict !== 'no');
  const hostnames = itemsAt(route.value, ['spec', 'hostnames']).filter(
    (name) => typeof name === 'string',
  );
  const taken = allowed.flatMap(({ listener }): Taken[] => {
    const names = intersectHostnames(listener.hostname, hostnames);
    return names.length === 0 ? [] : [{ listener, hostnames: names }];
  });
  const reason = reasonOf(candidates.length, allowed.length, taken.length);
  return {
    ...base,
    gatewayId: gateway.id,
    listeners: taken,
    ...(reason === undefined ? {} : { reason }),
    assumedNamespaceLabels: allowed.some(({ verdict }) => verdict === 'assumed'),
  };
}

function gatewayOf(index: ObjectIndex, parent: Reference): ManifestObject | undefined {
  const { group, kind, objectId } = parent.target;
  if (group !== groups.gateway || kind !== 'Gateway' || objectId === undefined) return undefined;
  return index.byId.get(objectId);
}

/** A parentRef names all listeners unless it has a sectionName, a port, or both. */
function matchSection(
  listeners: readonly Listener[],
  parentRef: ReturnType<typeof valueAt>,
): readonly Listener[] {
  const section = stringAt(parentRef, ['sectionName']);
  const port = numberAt(parentRef, ['port']);
  return listeners.filter(
    (listener) =>
      (section === undefined || listener.name === section) &&
      (port === undefined || listener.port === port),
  );
}

/** The first hurdle that no listener passed, in the order in which the reasons are defined. */
function reasonOf(
  candidates: number,
  allowed: number,
  taken: number,
): AttachmentReason | undefined {
  if (candidates === 0) return 'NoMatchingParent';
  if (allowed === 0) return 'NotAllowedByListeners';
  return taken === 0 ? 'NoMatchingListenerHostname' : undefined;
}
