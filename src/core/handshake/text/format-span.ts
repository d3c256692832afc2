const DAY = 86_400_000;

/** Whole days between two times: `71 days`, `1 day`, `less than a day`. */
export function formatSpan(from: number, to: number): string {
  const days = Math.floor(Math.abs(to - from) / DAY);
  if (days === 0) return 'less than a day';
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}
