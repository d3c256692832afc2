import { day } from '../../views/index.ts';

/** Midnight UTC of the day a moment lies in. */
export function startOfDay(moment: number): number {
  return Math.floor(moment / day) * day;
}

/** The same day of the month `months` away, or the last day of that month when it is shorter. */
export function addMonths(moment: number, months: number): number {
  const date = new Date(startOfDay(moment));
  const dayOfMonth = date.getUTCDate();
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0));
  const target = Math.min(dayOfMonth, last.getUTCDate());
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, target);
}

/** Where an arrow key moves the as-of date: a day, with Shift a month; null for other keys. */
export function dateAfterKey(moment: number, key: string, shift: boolean): number | null {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const direction = key === 'ArrowRight' ? 1 : -1;
  return shift ? addMonths(moment, direction) : startOfDay(moment) + direction * day;
}

/** `2027-03-01` as milliseconds; null when it is no date. Years of other than four digits are refused. */
export function parseDay(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const epoch = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(epoch) ? null : epoch;
}
