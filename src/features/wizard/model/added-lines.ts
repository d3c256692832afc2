/**
 * Which lines of `after` are not in `before`, by the longest common subsequence. Indexes from 0; nothing is marked
 * where there was no text before.
 */
export function addedLines(
  before: readonly string[] | null,
  after: readonly string[],
): ReadonlySet<number> {
  if (before === null) return new Set();
  const lengths = commonLengths(before, after);
  const added = new Set<number>();
  let row = 0;
  let column = 0;
  while (column < after.length) {
    if (row < before.length && before[row] === after[column]) {
      row += 1;
      column += 1;
    } else if (row < before.length && at(lengths, row + 1, column) >= at(lengths, row, column + 1))
      row += 1;
    else {
      added.add(column);
      column += 1;
    }
  }
  return added;
}

const at = (lengths: readonly (readonly number[])[], row: number, column: number): number =>
  lengths[row]?.[column] ?? 0;

/** Length of what the rests of both texts have in common, from each pair of lines on. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  );
  for (let row = before.length - 1; row >= 0; row -= 1) {
    const own = lengths[row] ?? [];
    for (let column = after.length - 1; column >= 0; column -= 1)
      own[column] =
        before[row] === after[column]
          ? at(lengths, row + 1, column + 1) + 1
          : Math.max(at(lengths, row + 1, column), at(lengths, row, column + 1));
  }
  return lengths;
}
