import type { JsonObject, JsonValue } from '../../manifest/types.ts';
import type { AdmissionError, StructuralSchema } from '../types.ts';
import { duplicate } from './admission-errors.ts';
import { anySchemaBelow } from './any-schema-below.ts';
import { canonical, isList, isObject } from './json.ts';
import { pathOf, type Place } from './place.ts';

const hasListTypes = anySchemaBelow(({ listType }) => listType === 'set' || listType === 'map');

/**
 * Adds the repeated items of sets and repeated keys of list-maps, each at the later item.
 * Source: apiextensions-apiserver `schema/listtype/validation.go`.
 */
export function checkListTypes(
  value: JsonValue,
  schema: StructuralSchema,
  place: Place | null,
  errors: AdmissionError[],
): void {
  if (typeof value !== 'object' || value === null || !hasListTypes(schema)) return;
  if (isList(value)) {
    const { items } = schema;
    checkRepeated(value, schema, place, errors);
    if (items === undefined || !hasListTypes(items)) return;
    for (const [step, item] of value.entries()) {
      checkListTypes(item, items, { parent: place, step }, errors);
    }
    return;
  }
  const { properties = {}, additionalProperties } = schema;
  for (const step of Object.keys(value)) {
    const known = Object.hasOwn(properties, step) ? properties[step] : additionalProperties;
    const one = value[step];
    if (known && one !== undefined) checkListTypes(one, known, { parent: place, step }, errors);
  }
}

function checkRepeated(
  list: readonly JsonValue[],
  schema: StructuralSchema,
  place: Place | null,
  errors: AdmissionError[],
): void {
  const keyed = schema.listType === 'map';
  if (list.length < 2 || (!keyed && schema.listType !== 'set')) return;
  const seen = new Set<string>();
  list.forEach((item, index) => {
    if (keyed && !isObject(item)) return;
    const identity = keyed && isObject(item) ? keysOf(item, schema) : item;
    const text = canonical(identity);
    if (seen.has(text)) errors.push(duplicate([...pathOf(place), index], identity));
    seen.add(text);
  });
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
