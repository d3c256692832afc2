import type { JsonObject, JsonValue } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/field.ts';
import type { AdmissionError, StructuralSchema } from '../types.ts';
import { duplicate } from './admission-errors.ts';
import { canonical, isList, isObject } from './json.ts';

/**
 * Repeated items of sets and repeated keys of list-maps, each at the later item.
 * Source: apiextensions-apiserver `schema/listtype/validation.go`.
 */
export function listTypeErrors(
  value: JsonValue,
  schema: StructuralSchema,
  path: FieldPath,
): readonly AdmissionError[] {
  if (isList(value)) {
    const { items } = schema;
    const own = repeated(value, schema, path);
    if (items === undefined) return own;
    return [...own, ...value.flatMap((item, i) => listTypeErrors(item, items, [...path, i]))];
  }
  if (!isObject(value)) return [];
  const { properties = {}, additionalProperties } = schema;
  const errors: AdmissionError[] = [];
  for (const [key, one] of Object.entries(value)) {
    const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    if (known === undefined || typeof one !== 'object') continue;
    errors.push(...listTypeErrors(one, known, [...path, key]));
  }
  return errors;
}

function repeated(list: readonly JsonValue[], schema: StructuralSchema, path: FieldPath) {
  const keyed = schema.listType === 'map';
  if (!keyed && schema.listType !== 'set') return [];
  const seen = new Set<string>();
  const errors: AdmissionError[] = [];
  list.forEach((item, index) => {
    if (keyed && !isObject(item)) return;
    const identity = keyed && isObject(item) ? keysOf(item, schema) : item;
    const text = canonical(identity);
    if (seen.has(text)) errors.push(duplicate([...path, index], identity));
    seen.add(text);
  });
  return errors;
}

/** The keys an item has; one that is missing takes its default. */
function keysOf(item: JsonObject, schema: StructuralSchema): JsonObject {
  const keys: Record<string, JsonValue> = {};
  for (const key of schema.listMapKeys ?? []) {
    const value = item[key] ?? schema.items?.properties?.[key]?.default;
    if (value !== undefined) keys[key] = value;
  }
  return keys;
}
