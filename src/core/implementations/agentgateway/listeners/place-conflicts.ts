import { allowsNamespace } from '../../../gateway-api/allowed-namespaces.ts';
import { kinds, stringAt, valueAt } from '../../../gateway-api/index.ts';
import type { Listener, ListenerConflict, ObjectIndex } from '../../../gateway-api/types.ts';

/**
 * The listeners of one Gateway in the order in which agentgateway hands out ports: the Gateway's own, then those of its
 * ListenerSets by namespace and name. When a ListenerSet was created does not matter to it (agentgateway #3384).
 *
 * @param listeners of the Gateway and of its ListenerSets, in document order within each
 */
export function inOrder(index: ObjectIndex, listeners: readonly Listener[]): readonly Listener[] {
  const nameOf = ({ listenerSetId = '' }: Listener): readonly string[] => {
    const set = index.byId.get(listenerSetId);
    return set === undefined ? [] : [set.namespace, set.name];
  };
  return [...listeners].sort((a, b) => compareParts(nameOf(a), nameOf(b)));
}

function compareParts(a: readonly string[], b: readonly string[]): number {
  for (const [at, part] of a.entries()) {
    const other = b[at] ?? '';
    if (part !== other) return part < other ? -1 : 1;
  }
  return a.length - b.length;
}

/**
 * The listeners of one Gateway whose port or host name an earlier one has: the first listener of a port
 * decides its protocol, HTTPS and TLS do not go together, and one host name stands twice where the listeners take
 * routes of different namespaces.
 *
 * @param listeners in the order of `inOrder`
 * @see agentgateway controller/pkg/agentgateway/translator/gateway_collection.go `validateListenerConflicts`
 */
export function placeConflicts(
  index: ObjectIndex,
  listeners: readonly Listener[],
): ReadonlyMap<Listener, ListenerConflict> {
  const ports = new Map<number, { readonly protocol: string; readonly hosts: Set<string> }>();
  const found = new Map<Listener, ListenerConflict>();
  for (const listener of listeners) {
    const { port, protocol } = listener;
    const taken = ports.get(port) ?? { protocol, hosts: new Set<string>() };
    ports.set(port, taken);
    const hosts = hostsOf(index, listener);
    if (taken.protocol !== protocol) found.set(listener, 'ProtocolConflict');
    else if (hosts.some((host) => taken.hosts.has(host))) found.set(listener, 'HostnameConflict');
    else for (const host of hosts) taken.hosts.add(host);
  }
  return found;
}

/**
 * `namespace/hostname` for each namespace whose routes a listener takes, `*` for all of them and `~` for none.
 *
 * @see agentgateway controller/pkg/agentgateway/translator/conversion.go `buildHostnameMatch`, `namespacesFromSelector`
 */
function hostsOf(index: ObjectIndex, listener: Listener): readonly string[] {
  const names = namespacesOf(index, listener);
  return (names.length === 0 ? ['~'] : names).map((name) => `${name}/${listener.hostname ?? '*'}`);
}

function namespacesOf(
  index: ObjectIndex,
  { gatewayId, listenerSetId, index: at }: Listener,
): readonly string[] {
  const owner = index.byId.get(listenerSetId ?? gatewayId);
  const own = owner?.namespace ?? '';
  const selection = valueAt(owner?.value, ['spec', 'listeners', at, 'allowedRoutes', 'namespaces']);
  if ((stringAt(selection, ['from']) ?? 'Same') === 'Same') return [own];
  if (stringAt(selection, ['from']) === 'All' || valueAt(selection, ['selector']) === undefined)
    return ['*'];
  const gateway = index.byId.get(gatewayId)?.namespace ?? own;
  const known = new Set([own, gateway, ...index.ofKind(kinds.namespace).map(({ name }) => name)]);
  return [...known].filter((name) => allowsNamespace(index, selection, own, name, 'Same') !== 'no');
}
