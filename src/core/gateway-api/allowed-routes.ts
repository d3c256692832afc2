import type { JsonValue, ManifestObject } from '../manifest/types.ts';
import { itemsAt, stringAt, stringMapAt, valueAt } from './json.ts';
import { groups, kinds } from './kinds.ts';
import { matchLabelSelector } from './label-selector.ts';
import { objectKey } from '../manifest/object-key.ts';
import type { Listener, ObjectIndex } from './types.ts';

/** `assumed`: the Namespace is not among the files, so its labels are taken to match. */
export type Allowed = 'yes' | 'no' | 'assumed';

/** Route kinds that a listener of each protocol takes when `allowedRoutes.kinds` is not set. */
const PROTOCOL_KINDS: Readonly<Record<string, readonly string[]>> = {
  HTTP: ['HTTPRoute', 'GRPCRoute'],
  HTTPS: ['HTTPRoute', 'GRPCRoute'],
  TLS: ['TLSRoute', 'TCPRoute'],
  TCP: ['TCPRoute'],
  UDP: ['UDPRoute'],
};

/** `allowedRoutes` of one listener for one route. Gateway API v1.6.1 gateway_types.go AllowedRoutes. */
export function allowsRoute(
  index: ObjectIndex,
  gateway: ManifestObject,
  listener: Listener,
  route: ManifestObject,
): Allowed {
  const allowed = valueAt(gateway.value, ['spec', 'listeners', listener.index, 'allowedRoutes']);
  if (!allowsKind(allowed, listener, route)) return 'no';
  return allowsNamespace(index, allowed, gateway, route);
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

function allowsNamespace(
  index: ObjectIndex,
  allowed: JsonValue | undefined,
  gateway: ManifestObject,
  route: ManifestObject,
): Allowed {
  const from = stringAt(allowed, ['namespaces', 'from']) ?? 'Same';
  if (from === 'All') return 'yes';
  if (from === 'Same') return gateway.namespace === route.namespace ? 'yes' : 'no';
  if (from !== 'Selector') return 'no';
  const selector = valueAt(allowed, ['namespaces', 'selector']);
  if (selector === undefined) return 'no';
  const verdict = matchLabelSelector(selector, namespaceLabels(index, route.namespace));
  return verdict === 'unknown' ? 'assumed' : verdict;
}

/** Every namespace carries its name as a label (Kubernetes 1.21 and later). */
function namespaceLabels(index: ObjectIndex, name: string) {
  const namespace = index.byKey.get(objectKey('', kinds.namespace.slice(1), '', name));
  const labels = new Map(stringMapAt(namespace?.value, ['metadata', 'labels']));
  labels.set('kubernetes.io/metadata.name', name);
  return { labels, complete: namespace !== undefined };
}
