import type { ExaminedHandshake, HandshakeRequest } from '../../handshake/index.ts';
import type { FieldRef } from '../../model/index.ts';

/**
 * Everything that a handshake depends on, but for the words that it asks for. The numbers stand for the workspace's
 * certificates and for the system roots.
 */
export interface HandshakeQuestion extends Pick<
  HandshakeRequest,
  'connection' | 'programmed' | 'backend' | 'at'
> {
  readonly certificates: number;
  readonly systemRoots: number;
}

/** A handshake that was played, with the words that it asked for: they come from objects that no question holds. */
export interface PlayedHandshake {
  readonly question: HandshakeQuestion;
  readonly examined: ExaminedHandshake;
  readonly labels: readonly (readonly [field: FieldRef, label: string])[];
}

/** The last plays of one connection by one implementation, the newest first. */
export interface HandshakeSlot {
  plays: readonly PlayedHandshake[];
}
