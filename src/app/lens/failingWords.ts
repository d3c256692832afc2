import type { ImplementationVerdict } from '../../core/analysis/types.ts';
import { count } from '../../views/index.ts';

/** `2 of 4 gateways fail`, `All 4 gateways pass`, or that something is not checked. */
export function failingWords(verdicts: readonly Pick<ImplementationVerdict, 'verdict'>[]): string {
  const total = verdicts.length;
  const having = (wanted: ImplementationVerdict['verdict']) =>
    verdicts.filter((one) => one.verdict === wanted).length;
  const failing = having('error');
  if (failing > 0) return `${String(failing)} of ${count(total, 'gateway')} fail`;
  const unknown = having('unknown');
  if (unknown > 0) return `${String(unknown)} of ${count(total, 'gateway')} not checked`;
  return total === 1 ? 'Passes' : `All ${count(total, 'gateway')} pass`;
}
