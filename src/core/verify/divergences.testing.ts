import divergences from './divergences.json' with { type: 'json' };

interface Divergence {
  /** The case of the corpus. */
  readonly id: string;
  /** The column of the corpus: `bssl_envoy`, `ossl35_L2`, `go124`, … */
  readonly library: string;
  readonly reason: string;
}

/** The cases of a column in which this engine is known to answer otherwise, each with its reason in the file. */
export function divergencesOf(library: string): readonly string[] {
  const known: readonly Divergence[] = divergences;
  return known
    .filter((entry) => entry.library === library)
    .map(({ id }) => id)
    .sort();
}
