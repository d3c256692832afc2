/** At most this many suggestions are worth reading. */
const MOST = 3;

/**
 * The existing names nearest to one that was not found, best first: edit distance of at most a third of
 * the name's length (and at least two), or one name containing the other.
 */
export function closestNames(wanted: string, existing: readonly string[]): readonly string[] {
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  return existing
    .map((name) => ({ name, distance: distanceOf(wanted, name, limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, MOST)
    .map(({ name }) => name);
}

function distanceOf(wanted: string, name: string, limit: number): number {
  const telling = Math.min(name.length, wanted.length) >= 3;
  const contained = telling && (wanted.includes(name) || name.includes(wanted));
  return contained ? limit : editDistance(wanted, name, limit);
}

/** Levenshtein distance, or `limit + 1` as soon as it is known to be larger. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const substitute = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const insert = (current[column - 1] ?? 0) + 1;
      const remove = (previous[column] ?? 0) + 1;
      current.push(Math.min(substitute, insert, remove));
    }
    if (Math.min(...current) > limit) return limit + 1;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}
