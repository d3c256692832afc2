import type { Listener, ListenerConflict } from '../../../gateway-api/types.ts';

/**
 * The listeners of one Gateway whose port or host name an earlier one has: the first listener of a port decides its
 * protocol, and HTTPS and TLS do not go together.
 *
 * @param listeners in order of precedence
 * @see agentgateway controller/pkg/agentgateway/translator/gateway_collection.go `validateListenerConflicts`
 */
export function placeConflicts(
  listeners: readonly Listener[],
): ReadonlyMap<Listener, ListenerConflict> {
  const ports = new Map<number, { readonly protocol: string; readonly hosts: Set<string> }>();
  const found = new Map<Listener, ListenerConflict>();
  for (const listener of listeners) {
    const { port, protocol, hostname = '' } = listener;
    const taken = ports.get(port) ?? { protocol, hosts: new Set<string>() };
    ports.set(port, taken);
    if (taken.protocol !== protocol) found.set(listener, 'ProtocolConflict');
    else if (taken.hosts.has(hostname)) found.set(listener, 'HostnameConflict');
    else taken.hosts.add(hostname);
  }
  return found;
}
