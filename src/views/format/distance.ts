import { count } from './count.ts';

/** Milliseconds of a day. */
export const day = 86_400_000;

/** Whole days from `from` to `to`, by UTC calendar date: 0 on the same date, negative in the past. */
export function daysBetween(from: number, to: number): number {
  return Math.floor(to / day) - Math.floor(from / day);
}

/** `Today`, `In 101 days`, `71 days ago`, `Tomorrow`, `Yesterday`. */
export function distanceInWords(from: number, to: number): string {
  const days = daysBetween(from, to);
  if (days === 0) return 'Today';
  if (days === 1) return 'Tomorrow';
  if (days === -1) return 'Yesterday';
  return days > 0 ? `In ${count(days, 'day')}` : `${count(-days, 'day')} ago`;
}
