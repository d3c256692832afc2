import type {
  ComparedStatus,
  RealCondition,
  StatusDifference,
} from '../../core/analysis/status/index.ts';

/** One type of condition: predicted, real, or both. */
export interface ConditionRow {
  readonly type: string;
  readonly predicted: RealCondition | null;
  /** Set only where it differs from the predicted one, or none is predicted. */
  readonly real: RealCondition | null;
  readonly difference: StatusDifference['kind'] | null;
}

/** The conditions of a list type by type: the predicted ones in their order, then those only the cluster has. */
export function conditionRows({ conditions, real }: ComparedStatus): readonly ConditionRow[] {
  const told = new Map((real?.conditions ?? []).map((one) => [one.type, one]));
  const kinds = new Map((real?.differences ?? []).map(({ type, kind }) => [type, kind]));
  const predicted = conditions.map((condition): ConditionRow => {
    const difference = kinds.get(condition.type) ?? null;
    const other = difference === null ? null : (told.get(condition.type) ?? null);
    return { type: condition.type, predicted: condition, real: other, difference };
  });
  const types = new Set(conditions.map(({ type }) => type));
  const only = [...told.values()].filter(({ type }) => !types.has(type));
  return [
    ...predicted,
    ...only.map((one) => ({
      type: one.type,
      predicted: null,
      real: one,
      difference: kinds.get(one.type) ?? null,
    })),
  ];
}
