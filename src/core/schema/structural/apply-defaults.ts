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
  let copy: Record<string, JsonValue> | undefined;
  for (const key of Object.keys(object)) {
    const one = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    const found = object[key];
    if (one === undefined || found === undefined) continue;
    const replaced = found === null && !one.nullable ? (one.default ?? found) : found;
    const next = typeof replaced === 'object' ? applyDefaults(replaced, one) : replaced;
    if (next === found && !isDropped(next, one)) continue;
    copy ??= { ...object };
    if (isDropped(next, one)) Reflect.deleteProperty(copy, key);
    else copy[key] = next;
  }
  for (const key of defaultedFields(schema)) {
    const one = properties[key];
    if (one?.default === undefined || Object.hasOwn(object, key)) continue;
    copy ??= { ...object };
    copy[key] = applyDefaults(one.default, one);
  }
  return copy ?? object;
}

/** A null that the schema neither takes nor replaces. */
function isDropped(value: JsonValue, { nullable, type }: StructuralSchema): boolean {
  return value === null && !nullable && type !== undefined;
}

const defaulted = new WeakMap<StructuralSchema, readonly string[]>();

function defaultedFields(schema: StructuralSchema): readonly string[] {
  const known = defaulted.get(schema);
  if (known !== undefined) return known;
  const fields = Object.entries(schema.properties ?? {}).flatMap(([key, one]) =>
    one.default === undefined ? [] : [key],
  );
  defaulted.set(schema, fields);
  return fields;
}
