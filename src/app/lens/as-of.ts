import { studio, useStudio } from '../../state/index.ts';
import { daysBetween, isoDay } from '../../views/index.ts';
import { useNow } from '../use-now.ts';

/** The as-of date on show. */
export interface AsOf {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly now: number;
  readonly isNow: boolean;
}

/** The date everything is judged at: chosen, else the clock's. */
export function useAsOf(): AsOf {
  const now = useNow();
  const chosen = useStudio((state) => state.workspace.options.at);
  return { now, at: chosen === null ? now : Date.parse(chosen), isNow: chosen === null };
}

/**
 * Moves the as-of date to the start (UTC) of the day of `moment`; today is "now" again. One history entry
 * for a run of moves.
 */
export function setAsOf(moment: number, now: number): void {
  const today = daysBetween(now, moment) === 0;
  studio.update({
    type: 'set-options',
    label: 'Change the as-of date',
    coalesce: 'as-of',
    options: { at: today ? null : `${isoDay(moment)}T00:00:00Z` },
  });
}
