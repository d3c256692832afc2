import type { ImplementationVerdict } from '../../core/analysis/types.ts';
import { count, verdictWords } from '../../views/index.ts';

/** The one verdict in its own words, else `2 of 4 gateways fail`, `All 4 gateways pass`, or that something is not checked. */
export function failingWords(
  verdicts: readonly Pick<ImplementationVerdict, 'verdict' | 'headline'>[],
): string {
  const total = verdicts.length;
  const having = (wanted: ImplementationVerdict['verdict']) =>
    verdicts.filter((one) => one.verdict === wanted).length;
  const failing = having('error');
  const [only] = verdicts;
  if (total === 1 && only !== undefined) return only.headline || verdictWords[only.verdict];
  if (failing > 0) return `${String(failing)} of ${count(total, 'gateway')} fail`;
  const unknown = having('unknown');
  if (unknown > 0) return `${String(unknown)} of ${count(total, 'gateway')} not checked`;
  return `All ${count(total, 'gateway')} pass`;
}
