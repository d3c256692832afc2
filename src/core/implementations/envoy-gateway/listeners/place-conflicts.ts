import type { ObjectIndex } from '../../../gateway-api/index.ts';
import { groupBy } from '../../../gateway-api/group-by.ts';
import type { Listener } from '../../../gateway-api/types.ts';
import type { EnvoyGatewayTraits } from '../traits.ts';
import type { Conflict, ConflictContext } from './conflict.ts';
import { hostnameConflicts, layer7Conflicts } from './hostname-conflicts.ts';
import { protocolConflicts } from './protocol-conflicts.ts';

/**
 * The listeners of one Gateway that do not get their place, with all that stands against each in the order in which it is
 * found.
 *
 * @param listeners in order of precedence, those left out with which something else is wrong
 * @see Envoy Gateway internal/gatewayapi/listener.go `ProcessListeners`
 */
export function placeConflicts(
  { listenerPrecedence, listenerSets }: EnvoyGatewayTraits,
  index: ObjectIndex,
  listeners: readonly Listener[],
): ReadonlyMap<Listener, readonly Conflict[]> {
  const context: ConflictContext = { index, namesListeners: listenerPrecedence };
  const known = listeners.filter(({ protocol }) => KNOWN.includes(protocol));
  const byProtocol = new Map(listenerSets ? protocolConflicts(context, known) : []);
  const byHostname = listenerPrecedence
    ? hostnameConflicts(
        context,
        listeners.filter((listener) => !byProtocol.has(listener)),
      )
    : layer7Conflicts(context, listeners);
  const found = new Map<Listener, readonly Conflict[]>();
  for (const [listener, conflict] of [...byProtocol, ...byHostname, ...layer4Conflicts(listeners)])
    found.set(listener, [...(found.get(listener) ?? []), conflict]);
  return found;
}

const KNOWN: readonly string[] = ['HTTP', 'HTTPS', 'TLS', 'TCP', 'UDP'];

/** Of TCP listeners of one port the first stays, and so of UDP listeners. */
function layer4Conflicts(
  listeners: readonly Listener[],
): readonly (readonly [Listener, Conflict])[] {
  return ['TCP', 'UDP'].flatMap((protocol) => {
    const own = listeners.filter((listener) => listener.protocol === protocol);
    const message = `Only one ${protocol} listener is allowed in a given port`;
    return [...groupBy(own, ({ port }) => port).values()].flatMap((onPort) =>
      onPort
        .slice(1)
        .map(
          (listener) =>
            [listener, { reason: 'ProtocolConflict', message, everywhere: false }] as const,
        ),
    );
  });
}
