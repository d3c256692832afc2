import type { Handshake, HandshakeStep } from '../handshake/types.ts';
import type { StepState } from '../model/index.ts';
import type { Verdict } from './types.ts';

/** Worst first. Unknown outranks a warning: a line may not look judged while part of it is not. */
const WORST_FIRST: readonly Verdict[] = ['error', 'unknown', 'warning', 'ok'];

/** Whether `a` is strictly worse than `b`. */
export function isWorse(a: Verdict, b: Verdict): boolean {
  return WORST_FIRST.indexOf(a) < WORST_FIRST.indexOf(b);
}

/** The first of those with the worst verdict; undefined of nothing. */
export function worstOf<Item>(
  items: readonly Item[],
  verdictOf: (item: Item) => Verdict,
): Item | undefined {
  return items.reduce<Item | undefined>(
    (worst, item) =>
      worst === undefined || isWorse(verdictOf(item), verdictOf(worst)) ? item : worst,
    undefined,
  );
}

/** The verdict of a whole handshake. */
export function verdictOfHandshake({ outcome }: Handshake): Verdict {
  switch (outcome.stage) {
    case 'ok':
      return outcome.warnings > 0 ? 'warning' : 'ok';
    case 'not-checked':
      return 'unknown';
    case 'config':
    case 'tcp':
    case 'tls':
    case 'http':
      return 'error';
    default:
      return outcome.stage satisfies never;
  }
}

/** The verdict of one step as it happened; what was not reached is unknown, whatever it would have been. */
export function verdictOfState(state: StepState): Verdict {
  switch (state) {
    case 'passed':
      return 'ok';
    case 'warning':
      return 'warning';
    case 'failed':
      return 'error';
    case 'not-reached':
    case 'not-applicable':
    case 'not-proven':
    case 'not-checked':
      return 'unknown';
    default:
      return state satisfies never;
  }
}

/** Step `n` of a handshake. */
export function stepOf(handshake: Handshake, n: number): HandshakeStep | undefined {
  return handshake.steps.find((step) => step.n === n);
}
