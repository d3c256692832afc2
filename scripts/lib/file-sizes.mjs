/** What the architecture asks of source files, in lines. */
export const lineLimits = { median: 90, percentile95: 300, most: 400 };

/** @param {readonly number[]} sorted @param {number} share between 0 and 1 */
const quantile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;

/**
 * @param {ReadonlyMap<string, number>} lines number of lines by file
 * @returns {{ median: number, percentile95: number, longest: [string, number], tooLong: [string, number][] }}
 */
export function summarise(lines) {
  const entries = [...lines].sort((a, b) => a[1] - b[1]);
  const sorted = entries.map(([, count]) => count);
  return {
    median: quantile(sorted, 0.5),
    percentile95: quantile(sorted, 0.95),
    longest: entries.at(-1) ?? ['', 0],
    tooLong: entries.filter(([, count]) => count > lineLimits.most),
  };
}
