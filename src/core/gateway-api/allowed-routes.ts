import type { JsonValue, ManifestObject } from '../manifest/types.ts';
import { allowsNamespace, type Allowed } from './allowed-namespaces.ts';
import { itemsAt, stringAt, valueAt } from './json.ts';
import { groups } from './kinds.ts';
import type { Listener, ObjectIndex } from './types.ts';

/** Route kinds that a listener of each protocol takes when `allowedRoutes.kinds` is not set. */
export const PROTOCOL_KINDS: Readonly<Record<string, readonly string[]>> = {
  HTTP: ['HTTPRoute', 'GRPCRoute'],
  HTTPS: ['HTTPRoute', 'GRPCRoute'],
  TLS: ['TLSRoute', 'TCPRoute'],
  TCP: ['TCPRoute'],
  UDP: ['UDPRoute'],
};

/**
 * `allowedRoutes` of one listener for one route. Gateway API v1.6.1 gateway_types.go AllowedRoutes.
 *
 * @param owner the Gateway or ListenerSet that the listener stands in
 */
export function allowsRoute(
  index: ObjectIndex,
  owner: ManifestObject,
  listener: Listener,
  route: ManifestObject,
): Allowed {
  const allowed = valueAt(owner.value, ['spec', 'listeners', listener.index, 'allowedRoutes']);
  if (!allowsKind(allowed, listener, route)) return 'no';
  const namespaces = valueAt(allowed, ['namespaces']);
  return allowsNamespace(index, namespaces, owner.namespace, route.namespace, 'Same');
}

function allowsKind(
  allowed: JsonValue | undefined,
  listener: Listener,
  route: ManifestObject,
): boolean {
  if (!(PROTOCOL_KINDS[listener.protocol] ?? []).includes(route.kind)) return false;
  const listed = itemsAt(allowed, ['kinds']);
  return (
    listed.length === 0 ||
    listed.some(
      (entry) =>
        stringAt(entry, ['kind']) === route.kind &&
        (stringAt(entry, ['group']) ?? groups.gateway) === route.group,
    )
  );
}
