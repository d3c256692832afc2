import type { PredictedCondition } from '../../status.ts';

/** A condition that is met. */
export function met(type: string, reason: string, message: string): PredictedCondition {
  return { type, status: 'True', reason, message };
}

/** A condition that is not met. */
export function unmet(type: string, reason: string, message: string): PredictedCondition {
  return { type, status: 'False', reason, message };
}

/**
 * The last condition of each type, in the order of those that stay.
 *
 * @see NGF state/conditions/conditions.go `DeduplicateConditions`
 */
export function lastOfEachType(
  conditions: readonly PredictedCondition[],
): readonly PredictedCondition[] {
  return conditions.filter(
    ({ type }, at) => !conditions.slice(at + 1).some((later) => later.type === type),
  );
}
