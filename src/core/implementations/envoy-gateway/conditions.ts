import { numberAt, stringAt } from '../../gateway-api/index.ts';
import type { JsonValue } from '../../manifest/types.ts';
import type { PredictedCondition, StatusRef } from '../status.ts';

/** Sets a condition as `meta.SetStatusCondition` does: in place when the type is there, else at the end. */
export function setCondition(
  conditions: readonly PredictedCondition[],
  condition: PredictedCondition,
): readonly PredictedCondition[] {
  const at = conditions.findIndex(({ type }) => type === condition.type);
  return at < 0 ? [...conditions, condition] : conditions.with(at, condition);
}

/** A parentRef copied as it is written. */
export function statusRef(parentRef: JsonValue | undefined): StatusRef {
  const text = (field: 'group' | 'kind' | 'namespace' | 'sectionName') => {
    const value = stringAt(parentRef, [field]);
    return value === undefined ? {} : { [field]: value };
  };
  const port = numberAt(parentRef, ['port']);
  return {
    ...text('group'),
    ...text('kind'),
    ...text('namespace'),
    name: stringAt(parentRef, ['name']) ?? '',
    ...text('sectionName'),
    ...(port === undefined ? {} : { port }),
  };
}
