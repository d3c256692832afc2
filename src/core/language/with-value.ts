import { isObject } from '../gateway-api/index.ts';
import type { JsonValue } from '../manifest/types.ts';
import type { FieldPath } from '../model/index.ts';

/** The same JSON with another value at a path; maps on the way are made, a missing list item is left out. */
export function withValue(
  json: JsonValue,
  [step, ...rest]: FieldPath,
  value: JsonValue,
): JsonValue {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    if (!Array.isArray(json)) return json;
    return json.map((item: JsonValue, at) => (at === step ? withValue(item, rest, value) : item));
  }
  const fields = isObject(json) ? json : {};
  const inner = Object.hasOwn(fields, step) ? (fields[step] ?? null) : null;
  return { ...fields, [step]: withValue(inner, rest, value) };
}
