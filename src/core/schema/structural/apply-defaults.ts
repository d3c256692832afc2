import type { JsonValue } from '../../manifest/types.ts';
import type { StructuralSchema } from '../types.ts';
import { isList, isObject } from './json.ts';

/**
 * Fills defaults in and drops nulls of fields that are neither nullable nor have a default. Untouched parts keep their
 * identity. Source: apiextensions-apiserver `schema/defaulting/algorithm.go` and `prune.go`.
 */
export function applyDefaults(value: JsonValue, schema: StructuralSchema): JsonValue {
  if (isList(value)) {
    const { items } = schema;
    if (items === undefined) return value;
    let changed = false;
    const filled = value.map((item) => {
      const start = item === null && !items.nullable ? (items.default ?? item) : item;
      const next = applyDefaults(start, items);
      changed ||= next !== item;
      return next;
    });
    return changed ? filled : value;
  }
  if (!isObject(value)) return value;
  const { properties = {}, additionalProperties } = schema;
  let result: Record<string, JsonValue> | null = null;
  const change = () => (result ??= { ...value });
  for (const [key, one] of Object.entries(properties)) {
    if (one.default === undefined) continue;
    if (!Object.hasOwn(value, key) || (value[key] === null && !one.nullable)) {
      change()[key] = one.default;
    }
  }
  for (const [key, found] of Object.entries(result ?? value)) {
    const one = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    if (one === undefined) continue;
    if (found === null && !one.nullable && one.type !== undefined) {
      Reflect.deleteProperty(change(), key);
      continue;
    }
    const next = applyDefaults(found, one);
    if (next !== found) change()[key] = next;
  }
  return result ?? value;
}
