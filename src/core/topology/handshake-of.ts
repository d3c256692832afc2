import type { Connection } from '../gateway-api/types.ts';
import type { Handshake } from '../handshake/types.ts';

/**
 * Picks the handshake of each connection as its own gateway runs it. One analysis may hold the same
 * connection seen by several implementations; the graph shows the one that is really deployed.
 */
export function handshakesByConnection(
  connections: readonly Connection[],
  handshakes: readonly Handshake[],
): ReadonlyMap<string, Handshake> {
  const own = new Map(connections.map(({ id, implementation }) => [id, implementation.id]));
  const picked = new Map<string, Handshake>();
  for (const handshake of handshakes) {
    const { connectionId, implementation } = handshake;
    if (!picked.has(connectionId) || implementation === own.get(connectionId)) {
      picked.set(connectionId, handshake);
    }
  }
  return picked;
}
