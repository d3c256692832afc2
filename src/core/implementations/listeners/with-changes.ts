import type { PredictedCondition } from '../status.ts';

/** Conditions with those that a controller sets anew: of several of one type the last one stands. */
export function withChanges(
  conditions: readonly PredictedCondition[],
  changes: readonly PredictedCondition[],
): readonly PredictedCondition[] {
  return conditions.map(
    (condition) => changes.findLast(({ type }) => type === condition.type) ?? condition,
  );
}

/** A condition of that type says False. */
export function isFalse(conditions: readonly PredictedCondition[], type: string): boolean {
  return conditions.some((condition) => condition.type === type && condition.status === 'False');
}
