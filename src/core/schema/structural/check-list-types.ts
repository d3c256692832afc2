import type { JsonObject, JsonValue } from '../../manifest/types.ts';
import type { AdmissionError, StructuralSchema } from '../types.ts';
import { duplicate, invalid } from './admission-errors.ts';
import { anySchemaBelow } from './any-schema-below.ts';
import { canonical, isList, isObject } from './json.ts';
import { pathOf, type Place } from './place.ts';

const hasListTypes = anySchemaBelow(({ listType }) => listType === 'set' || listType === 'map');

/**
 * Adds the repeated items of sets and repeated keys of list-maps, each once, where it stands for the second time; and the
 * first item of a list-map that is no object.
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
  if (!keyed && schema.listType !== 'set') return;
  const odd = keyed ? list.findIndex((item) => item !== null && !isObject(item)) : -1;
  const value = list[odd];
  if (value !== undefined) {
    errors.push(invalid([...pathOf(place), odd], value, NOT_AN_OBJECT));
    return;
  }
  const times = new Map<string, number>();
  list.forEach((item, index) => {
    const identity = keyed ? keysOf(isObject(item) ? item : {}, schema) : item;
    const text = canonical(identity);
    const before = times.get(text) ?? 0;
    times.set(text, before + 1);
    if (before === 1) errors.push(duplicate([...pathOf(place), index], identity));
  });
}

const NOT_AN_OBJECT = 'must be an object for an array of list-type map';

/** The keys an item has; one that is missing takes its default. */
function keysOf(item: JsonObject, schema: StructuralSchema): JsonObject {
  const keys: Record<string, JsonValue> = {};
  for (const key of schema.listMapKeys ?? []) {
    const value = item[key] ?? schema.items?.properties?.[key]?.default;
    if (value !== undefined) keys[key] = value;
  }
  return keys;
}
