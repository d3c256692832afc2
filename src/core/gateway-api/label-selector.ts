import type { JsonValue } from '../manifest/types.ts';
import { itemsAt, stringAt, stringMapAt } from './json.ts';

/** Labels of an object; `complete` is false when the object is not among the files. */
export interface KnownLabels {
  readonly labels: ReadonlyMap<string, string>;
  readonly complete: boolean;
}

/**
 * Evaluates a Kubernetes LabelSelector (`matchLabels`, `matchExpressions`). An empty selector matches
 * everything. `unknown` means that labels which are not known would decide.
 */
export function matchLabelSelector(
  selector: JsonValue | undefined,
  known: KnownLabels,
): 'yes' | 'no' | 'unknown' {
  const verdicts = [
    ...[...stringMapAt(selector, ['matchLabels'])].map(([key, value]) =>
      matchExpression(key, 'In', [value], known),
    ),
    ...itemsAt(selector, ['matchExpressions']).map((expression) =>
      matchExpression(
        stringAt(expression, ['key']) ?? '',
        stringAt(expression, ['operator']) ?? '',
        itemsAt(expression, ['values']).filter((value) => typeof value === 'string'),
        known,
      ),
    ),
  ];
  if (verdicts.includes('no')) return 'no';
  return verdicts.includes('unknown') ? 'unknown' : 'yes';
}

function matchExpression(
  key: string,
  operator: string,
  values: readonly string[],
  known: KnownLabels,
): 'yes' | 'no' | 'unknown' {
  const value = known.labels.get(key);
  if (value === undefined && !known.complete) return 'unknown';
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value) ? 'yes' : 'no';
    case 'NotIn':
      return value === undefined || !values.includes(value) ? 'yes' : 'no';
    case 'Exists':
      return value === undefined ? 'no' : 'yes';
    case 'DoesNotExist':
      return value === undefined ? 'yes' : 'no';
    default:
      return 'no';
  }
}
