import type { ManifestObject } from '../manifest/types.ts';
import { allowsRoute } from './allowed-routes.ts';
import { intersectHostnames } from './hostnames.ts';
import { itemsAt, numberAt, stringAt, valueAt } from './json.ts';
import { kinds } from './kinds.ts';
import { mergeListeners, type MergedListeners } from './merged-listeners.ts';
import type {
  AttachmentReason,
  Listener,
  ObjectIndex,
  Reference,
  RouteAttachment,
} from './types.ts';

type Taken = RouteAttachment['listeners'][number];

/**
 * Decides for every parentRef of every HTTPRoute, GRPCRoute and TLSRoute which listeners take the route:
 * sectionName and port, then allowedRoutes, then host names (Gateway API v1.6.1 shared_types.go, route condition
 * reasons). A route attaches to the listeners of its direct parent alone: a Gateway's, or a ListenerSet's (GEP-1713).
 *
 * @param routeKinds `group/Kind` of other routes, where a caller follows those
 */
export function attachRoutes(
  index: ObjectIndex,
  references: readonly Reference[],
  routeKinds: readonly string[] = ATTACHED_ROUTES,
): readonly RouteAttachment[] {
  const merged = mergeListeners(index, references);
  return references.flatMap((parent) => {
    if (parent.kind !== 'parentRef') return [];
    const route = index.byId.get(parent.from.objectId);
    if (route === undefined || !routeKinds.includes(`${route.group}/${route.kind}`)) return [];
    return [attach(index, route, parent, merged)];
  });
}

const ATTACHED_ROUTES: readonly string[] = [kinds.httpRoute, kinds.grpcRoute, kinds.tlsRoute];

function attach(
  index: ObjectIndex,
  route: ManifestObject,
  parent: Reference,
  merged: MergedListeners,
): RouteAttachment {
  const base = {
    routeId: route.id,
    parentIndex: Number(parent.from.path.at(-1)),
    parent,
    allowed: [],
    listeners: [],
    assumedNamespaceLabels: false,
  };
  const owner = index.byId.get(parent.target.objectId ?? '');
  const place = owner && placeOf(owner, merged);
  if (owner === undefined || place === undefined) return base;
  const candidates = matchSection(
    merged.ofParent(owner.id),
    valueAt(route.value, parent.from.path),
  );
  const allowed = candidates
    .map((listener) => ({ listener, verdict: allowsRoute(index, owner, listener, route) }))
    .filter(({ verdict }) => verdict !== 'no');
  const hostnames = hostnamesOf(route);
  const taken = allowed.flatMap(({ listener }): Taken[] => {
    const names = intersectHostnames(listener.hostname, hostnames);
    return names.length === 0 ? [] : [{ listener, hostnames: names }];
  });
  const reason = reasonOf(candidates.length, allowed.length, taken.length);
  return {
    ...base,
    ...place,
    allowed: allowed.map(({ listener }) => listener),
    listeners: taken,
    ...(reason === undefined ? {} : { reason }),
    assumedNamespaceLabels: allowed.some(({ verdict }) => verdict === 'assumed'),
  };
}

function hostnamesOf({ value }: ManifestObject): readonly string[] {
  return itemsAt(value, ['spec', 'hostnames']).filter((name) => typeof name === 'string');
}

/** The Gateway that the parent is, or that a ListenerSet belongs to. */
function placeOf(
  owner: ManifestObject,
  merged: MergedListeners,
): Pick<RouteAttachment, 'gatewayId' | 'listenerSetId'> | undefined {
  if (`${owner.group}/${owner.kind}` === kinds.gateway) return { gatewayId: owner.id };
  const set = merged.listenerSetOf(owner.id);
  return set?.gatewayId === undefined
    ? undefined
    : { gatewayId: set.gatewayId, listenerSetId: owner.id };
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
