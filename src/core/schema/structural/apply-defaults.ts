import type { JsonObject, JsonValue } from '../../manifest/types.ts';
import type { StructuralSchema } from '../types.ts';
import { isList, isObject } from './json.ts';

/**
 * Fills defaults in and drops nulls of fields that are neither nullable nor have a default. Untouched parts keep their
 * identity. Source: apiextensions-apiserver `schema/defaulting/algorithm.go` and `prune.go`.
 */
export function applyDefaults(value: JsonValue, schema: StructuralSchema): JsonValue {
  if (isList(value)) return fillList(value, schema);
  return isObject(value) ? fillObject(value, schema) : value;
}

function fillList(list: readonly JsonValue[], { items }: StructuralSchema): JsonValue {
  if (items === undefined) return list;
  const filled = list.map((item) => {
    const start = item === null && !items.nullable ? (items.default ?? item) : item;
    return applyDefaults(start, items);
  });
  return filled.some((item, index) => item !== list[index]) ? filled : list;
}

function fillObject(object: JsonObject, schema: StructuralSchema): JsonValue {
  const { properties = {}, additionalProperties } = schema;
  const filled: Record<string, JsonValue> = {};
  for (const [key, found] of Object.entries(object)) {
    const one = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    if (one === undefined) {
      filled[key] = found;
      continue;
    }
    const replaced = found === null && !one.nullable ? (one.default ?? found) : found;
    const dropped = replaced === null && !one.nullable && one.type !== undefined;
    if (!dropped) filled[key] = applyDefaults(replaced, one);
  }
  for (const [key, one] of Object.entries(properties)) {
    if (one.default === undefined || Object.hasOwn(object, key)) continue;
    filled[key] = applyDefaults(one.default, one);
  }
  const keys = Object.keys(filled);
  const same =
    keys.length === Object.keys(object).length && keys.every((key) => filled[key] === object[key]);
  return same ? object : filled;
}
