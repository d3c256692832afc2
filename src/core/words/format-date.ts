const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Milliseconds since the epoch as `20 Nov 2026` in UTC; `no date` when there is none. */
export function formatDate(epoch: number | null): string {
  if (epoch === null) return 'no date';
  const date = new Date(epoch);
  if (Number.isNaN(date.getTime())) return 'no date';
  const month = MONTHS[date.getUTCMonth()] ?? '';
  return `${String(date.getUTCDate())} ${month} ${String(date.getUTCFullYear())}`;
}
