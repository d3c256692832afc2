const months = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/** Milliseconds since the epoch as `20 Nov 2026` in UTC; `no date` for null. */
export function formatDate(epoch: number | null): string {
  if (epoch === null) return 'no date';
  const date = new Date(epoch);
  if (Number.isNaN(date.getTime())) return 'no date';
  const month = months[date.getUTCMonth()] ?? '';
  return `${String(date.getUTCDate())} ${month} ${String(date.getUTCFullYear())}`;
}

/** As `20 Nov 2026 08:05 UTC`, for places where the hour decides. */
export function formatDateTime(epoch: number | null): string {
  if (epoch === null || Number.isNaN(new Date(epoch).getTime())) return 'no date';
  return `${formatDate(epoch)} ${new Date(epoch).toISOString().slice(11, 16)} UTC`;
}

/** As `2026-11-20`: the value of a date input. */
export function isoDay(epoch: number): string {
  return new Date(epoch).toISOString().slice(0, 10);
}
