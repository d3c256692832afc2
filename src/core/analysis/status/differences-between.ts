import type { PredictedCondition } from '../../implementations/status.ts';
import type { RealCondition, StatusDifference } from './types.ts';

/** How two lists of conditions differ, type by type: first the predicted types, then those only the cluster has. */
export function differencesBetween(
  predicted: readonly PredictedCondition[],
  real: readonly RealCondition[],
): readonly StatusDifference[] {
  const told = new Map(real.map((condition) => [condition.type, condition]));
  const differing = predicted.flatMap((condition): StatusDifference[] => {
    const kind = firstDifference(condition, told.get(condition.type));
    return kind === null ? [] : [{ type: condition.type, kind }];
  });
  const types = new Set(predicted.map(({ type }) => type));
  const extra = [...told.keys()].filter((type) => !types.has(type));
  return [...differing, ...extra.map((type) => ({ type, kind: 'extra' as const }))];
}

function firstDifference(
  predicted: PredictedCondition,
  real: RealCondition | undefined,
): StatusDifference['kind'] | null {
  if (real === undefined) return 'missing';
  if (real.status !== predicted.status) return 'status';
  if (real.reason !== predicted.reason) return 'reason';
  return real.message === predicted.message ? null : 'message';
}
