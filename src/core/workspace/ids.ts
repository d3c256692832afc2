/** Gives a new id at each call, never the same twice in one workspace. Injected, so that the same drop gives the same workspace in tests. */
export type IdSource = () => string;

/** Ids `w1`, `w2`, …: for tests and the command line. */
export function countingIds(prefix = 'w'): IdSource {
  let count = 0;
  return () => {
    count += 1;
    return `${prefix}${count}`;
  };
}
