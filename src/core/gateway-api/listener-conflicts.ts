import type { Listener, ListenerConflict } from './types.ts';

/**
 * Marks listeners of one Gateway that are not distinct. Of the Gateway's own none is picked: all of them
 * conflict (gateway_types.go, "Handling indistinct Listeners"). A listener of a ListenerSet gives way to every
 * one that comes before it (GEP-1713, Listener Precedence).
 *
 * @param own listeners of the Gateway itself
 * @param added listeners of its ListenerSets, in order of precedence
 */
export function markConflicts(
  own: readonly Listener[],
  added: readonly Listener[],
): readonly Listener[] {
  const marked = own.map((listener) =>
    mark(
      listener,
      own.filter((other) => other !== listener),
    ),
  );
  const byPort = new Map<number, Listener[]>();
  for (const listener of own) remember(byPort, listener);
  for (const listener of added) {
    marked.push(mark(listener, byPort.get(listener.port) ?? []));
    remember(byPort, listener);
  }
  return marked;
}

function remember(byPort: Map<number, Listener[]>, listener: Listener): void {
  const list = byPort.get(listener.port);
  if (list === undefined) byPort.set(listener.port, [listener]);
  else list.push(listener);
}

function mark(listener: Listener, others: readonly Listener[]): Listener {
  const reasons = others
    .map((other) => conflictOf(listener, other))
    .filter((reason) => reason !== null);
  const conflict = reasons.find((reason) => reason === 'ProtocolConflict') ?? reasons[0];
  return conflict === undefined ? listener : { ...listener, conflict };
}

/**
 * Whether two listeners cannot be told apart: HTTP, HTTPS and TLS by port and hostname, TCP and UDP by port
 * alone, and TCP beside none of the others (gateway_types.go, "Distinct Listeners"). Clear text and TLS do not
 * share a port; HTTPS and TLS do.
 */
function conflictOf(one: Listener, other: Listener): ListenerConflict | null {
  const transports = [TRANSPORT.get(one.protocol), TRANSPORT.get(other.protocol)];
  if (one.port !== other.port || transports.includes(undefined)) return null;
  if (transports.includes('udp'))
    return transports[0] === transports[1] ? 'ProtocolConflict' : null;
  if (transports[0] !== transports[1] || transports[0] === 'tcp') return 'ProtocolConflict';
  return hostnameOf(one) === hostnameOf(other) ? 'HostnameConflict' : null;
}

/** What is read from the connection to choose a listener. Other protocols belong to implementations. */
const TRANSPORT: ReadonlyMap<string, 'http' | 'tls' | 'tcp' | 'udp'> = new Map([
  ['HTTP', 'http'],
  ['HTTPS', 'tls'],
  ['TLS', 'tls'],
  ['TCP', 'tcp'],
  ['UDP', 'udp'],
]);

function hostnameOf({ hostname }: Listener): string {
  return (hostname ?? '').toLowerCase();
}
