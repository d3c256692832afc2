import { groupBy } from '../../../gateway-api/group-by.ts';
import type { Listener } from '../../../gateway-api/types.ts';
import {
  conflictBetween,
  isInSet,
  transportOf,
  type Conflict,
  type ConflictContext,
} from './conflict.ts';

/**
 * HTTP, HTTPS and TLS listeners of one port with the same host name. Two of the Gateway's own lose all; one of them goes
 * before ListenerSets; of sets alone the first stays, unless one of them has the name twice.
 *
 * @param listeners of one Gateway, in order of precedence, without those that lost their port
 * @see Envoy Gateway internal/gatewayapi/validate.go `validateConflictedHostnameListeners`
 */
export function hostnameConflicts(
  context: ConflictContext,
  listeners: readonly Listener[],
): ReadonlyMap<Listener, Conflict> {
  const found = new Map<Listener, Conflict>();
  for (const alike of alikeListeners(listeners)) {
    const winner = winnerOf(alike);
    const conflict = conflictBetween(context, 'HostnameConflict', alike);
    for (const listener of alike) if (listener !== winner) found.set(listener, conflict);
  }
  return found;
}

/** Listeners above layer 4 with one port and one host name, several together. */
function alikeListeners(listeners: readonly Listener[]): readonly (readonly Listener[])[] {
  const above = listeners.filter(({ protocol }) => protocol !== 'TCP' && protocol !== 'UDP');
  const places = groupBy(above, ({ port, hostname }) => `${port}|${hostname ?? ''}`);
  return [...places.values()].filter(({ length }) => length > 1);
}

function winnerOf(alike: readonly Listener[]): Listener | undefined {
  const [own, ...others] = alike.filter((listener) => !isInSet(listener));
  if (own !== undefined) return others.length === 0 ? own : undefined;
  const sets = new Set(alike.map(({ listenerSetId }) => listenerSetId));
  return sets.size === alike.length ? alike[0] : undefined;
}

/**
 * The same until 1.8: all listeners of a port above layer 4 lose when their protocols or host names clash. The host name
 * has the last word.
 *
 * @see Envoy Gateway 1.8 internal/gatewayapi/validate.go `validateConflictedLayer7Listeners`
 */
export function layer7Conflicts(
  context: ConflictContext,
  listeners: readonly Listener[],
): ReadonlyMap<Listener, Conflict> {
  const above = listeners.filter(({ protocol }) => protocol !== 'TCP' && protocol !== 'UDP');
  const found = new Map<Listener, Conflict>();
  const tell = (reason: Conflict['reason'], group: readonly Listener[]): void => {
    for (const listener of group) found.set(listener, conflictBetween(context, reason, group));
  };
  for (const onPort of groupBy(above, ({ port }) => port).values())
    if (new Set(onPort.map(transportOf)).size > 1) tell('ProtocolConflict', onPort);
  for (const alike of alikeListeners(listeners)) tell('HostnameConflict', alike);
  return found;
}
