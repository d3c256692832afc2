/** Larger changes than this many line pairs are aligned line by line instead of optimally. */
const MOST_PAIRS = 1_000_000;

/**
 * Finds each line of an older text in a newer one: a longest common subsequence, so that of several equal lines each keeps its
 * place among the others.
 *
 * @returns for each line of `before` its index in `after`, or null when it was changed or removed
 */
export function alignLines(
  before: readonly string[],
  after: readonly string[],
): readonly (number | null)[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (
    tail < most - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail += 1;
  }
  const oldMiddle = before.slice(head, before.length - tail);
  const newMiddle = after.slice(head, after.length - tail);
  const middle =
    oldMiddle.length * newMiddle.length > MOST_PAIRS
      ? alignInOrder(oldMiddle, newMiddle)
      : alignLongest(oldMiddle, newMiddle);
  return before.map((_, index) => {
    if (index < head) return index;
    if (index >= before.length - tail) return index + after.length - before.length;
    const found = middle[index - head] ?? null;
    return found === null ? null : found + head;
  });
}

/** Each line is looked for behind the place of the one before it. */
function alignInOrder(before: readonly string[], after: readonly string[]): (number | null)[] {
  let from = 0;
  return before.map((line) => {
    const found = after.indexOf(line, from);
    if (found === -1) return null;
    from = found + 1;
    return found;
  });
}

function alignLongest(before: readonly string[], after: readonly string[]): (number | null)[] {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found: (number | null)[] = before.map(() => null);
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    if (before[i] === after[j]) {
      found[i] = j;
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return found;
}
