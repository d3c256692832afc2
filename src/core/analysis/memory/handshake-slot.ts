import type { ExaminedHandshake } from '../../handshake/index.ts';
import type { FieldRef } from '../../model/index.ts';

/** A handshake that was played, with the words that it asked for: they come from objects that no key holds. */
export interface PlayedHandshake {
  readonly examined: ExaminedHandshake;
  readonly labels: readonly (readonly [field: FieldRef, label: string])[];
}

/** The last play of one key. */
export interface HandshakeSlot {
  played?: Promise<PlayedHandshake>;
}
