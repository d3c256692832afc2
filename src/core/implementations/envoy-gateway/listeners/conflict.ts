import { namespacedName, type ObjectIndex } from '../../../gateway-api/index.ts';
import type { Listener, ListenerConflict } from '../../../gateway-api/types.ts';

/** Why a listener does not get its place. */
export interface Conflict {
  readonly reason: ListenerConflict;
  readonly message: string;
  /** A listener of a ListenerSet is told under Accepted and Programmed too. */
  readonly everywhere: boolean;
}

/** What decides who of several listeners in one place keeps it. */
export interface ConflictContext {
  readonly index: ObjectIndex;
  /** The names of all are told: since 1.9. */
  readonly namesListeners: boolean;
}

/** HTTPS and TLS go together on one port. */
export function transportOf({ protocol }: Listener): string {
  return protocol === 'HTTPS' || protocol === 'TLS' ? 'https/tls' : protocol;
}

export function isInSet({ listenerSetId }: Listener): boolean {
  return listenerSetId !== undefined;
}

/** A conflict in Envoy Gateway's words, with the names of the listeners that share the place. */
export function conflictBetween(
  { index, namesListeners }: ConflictContext,
  reason: ListenerConflict,
  listeners: readonly Listener[],
): Conflict {
  const what = reason === 'ProtocolConflict' ? 'a compatible protocol' : 'a unique hostname';
  const rule = `All listeners for a given port must use ${what}`;
  if (!namesListeners) return { reason, message: rule, everywhere: false };
  const names = listeners.map(({ gatewayId, listenerSetId, name }) => {
    const owner = index.byId.get(listenerSetId ?? gatewayId);
    return `${owner === undefined ? '' : namespacedName(owner)}/${name}`;
  });
  const sorted = names.sort((one, other) => (one < other ? -1 : 1)).join(', ');
  const message = `${rule}, conflicting listeners: ${sorted}`;
  return { reason, message, everywhere: true };
}
