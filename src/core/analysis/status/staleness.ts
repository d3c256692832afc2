import { numberAt } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { RealCondition, RealStatus } from './types.ts';

/**
 * Whether a list of conditions is older than the spec beside it: some `observedGeneration` is less than
 * `metadata.generation`, which the API server raises with every change of the spec.
 */
export function staleness(
  { value }: ManifestObject,
  conditions: readonly RealCondition[],
): Pick<RealStatus, 'stale'> {
  const generation = numberAt(value, ['metadata', 'generation']);
  const seen = conditions.flatMap(({ observedGeneration }) => observedGeneration ?? []);
  const observed = Math.min(...seen);
  if (generation === undefined || seen.length === 0 || observed >= generation) return {};
  return { stale: { observed, generation } };
}
