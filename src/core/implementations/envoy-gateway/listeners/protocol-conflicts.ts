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
 * Listeners whose protocol does not go with others of their port; UDP goes with all. Where the Gateway's own listeners
 * disagree all lose, else their protocol stays. Where a port has listeners of ListenerSets alone the first stays, and a
 * set that disagrees with itself loses all of its own.
 *
 * @param listeners of one Gateway, in order of precedence
 * @see Envoy Gateway internal/gatewayapi/validate.go `validateConflictedProtocolsListeners`
 */
export function protocolConflicts(
  context: ConflictContext,
  listeners: readonly Listener[],
): ReadonlyMap<Listener, Conflict> {
  const found = new Map<Listener, Conflict>();
  const streams = listeners.filter(({ protocol }) => protocol !== 'UDP');
  for (const onPort of groupBy(streams, ({ port }) => port).values()) {
    if (transportsOf(onPort).size < 2) continue;
    const conflict = conflictBetween(context, 'ProtocolConflict', onPort);
    for (const listener of losersOf(context, onPort)) found.set(listener, conflict);
  }
  return found;
}

function losersOf(
  { namesListeners }: ConflictContext,
  onPort: readonly Listener[],
): readonly Listener[] {
  const own = onPort.filter((listener) => !isInSet(listener));
  const ownTransports = transportsOf(own);
  // In 1.8 two listeners of the Gateway are enough, of whatever protocol.
  const isOpen = namesListeners ? ownTransports.size > 1 : own.length > 1;
  if (isOpen) return onPort;
  const [ownTransport] = ownTransports;
  if (ownTransport !== undefined)
    return onPort.filter((listener) => transportOf(listener) !== ownTransport);
  const torn = namesListeners ? tornSets(onPort) : new Set<string>();
  const isTorn = ({ listenerSetId = '' }: Listener): boolean => torn.has(listenerSetId);
  const winner = onPort.find((listener) => !isTorn(listener));
  return onPort.filter(
    (listener) =>
      isTorn(listener) || (winner && transportOf(listener) !== transportOf(winner)) === true,
  );
}

/** Sets with several protocols on the port. */
function tornSets(onPort: readonly Listener[]): ReadonlySet<string> {
  const bySet = groupBy(onPort, ({ listenerSetId = '' }) => listenerSetId);
  return new Set([...bySet].flatMap(([id, own]) => (transportsOf(own).size > 1 ? [id] : [])));
}

function transportsOf(listeners: readonly Listener[]): ReadonlySet<string> {
  return new Set(listeners.map(transportOf));
}
