import type { HandshakeStep } from '../../core/handshake/types.ts';

/**
 * How many steps at the start pass and may fold into one row where room is short. 0 when fewer than two do, or when all
 * do: then they are the answer.
 */
export function leadingPasses(steps: readonly Pick<HandshakeStep, 'state'>[]): number {
  const first = steps.findIndex(({ state }) => state !== 'passed');
  return first < 2 ? 0 : first;
}
