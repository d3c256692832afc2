import type { AnalysedConnection } from '../../core/analysis/types.ts';
import type { Handshake, Party } from '../../core/handshake/types.ts';
import { implementationNames } from '../../views/index.ts';

/** What the three lanes are called: the client, the gateway's product, the backend's own name. */
export function partyNames(
  handshake: Handshake,
  connection: AnalysedConnection,
): Readonly<Record<Party, string>> {
  const { backend } = connection.connection;
  return {
    client: 'Client',
    gateway:
      handshake.implementation === null ? 'Gateway' : implementationNames[handshake.implementation],
    backend: backend.kind === 'external' ? backend.host : backend.target.name,
  };
}
