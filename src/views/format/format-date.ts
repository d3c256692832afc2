import { formatDate } from '../../core/words/index.ts';

export { formatDate };

/** As `20 Nov 2026 08:05 UTC`, for places where the hour decides; `no date` when there is none. */
export function formatDateTime(epoch: number | null): string {
  if (epoch === null || Number.isNaN(new Date(epoch).getTime())) return formatDate(null);
  return `${formatDate(epoch)} ${new Date(epoch).toISOString().slice(11, 16)} UTC`;
}

/** As `2026-11-20`: the value of a date field. */
export function isoDay(epoch: number): string {
  return new Date(epoch).toISOString().slice(0, 10);
}
