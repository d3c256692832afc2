const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * A day as people write it, in UTC: `20 Nov 2026`.
 *
 * @param epoch milliseconds since the epoch; null for a time that is not there or could not be read
 * @param otherwise said where there is no day, to fit the sentence around it
 */
export function formatDate(epoch: number | null, otherwise = 'no date'): string {
  const date = new Date(epoch ?? Number.NaN);
  if (Number.isNaN(date.getTime())) return otherwise;
  const month = MONTHS[date.getUTCMonth()] ?? '';
  return `${String(date.getUTCDate())} ${month} ${String(date.getUTCFullYear())}`;
}
