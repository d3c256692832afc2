const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * A day as people write it, in UTC: `20 Nov 2026`.
 *
 * @param epoch milliseconds since the epoch; null for a time that could not be read
 */
export function formatDay(epoch: number | null): string {
  if (epoch === null) return 'an unreadable date';
  const date = new Date(epoch);
  const month = MONTHS[date.getUTCMonth()] ?? '';
  return `${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`;
}
