import type { JsonObject, JsonValue } from '../manifest/types.ts';
import type { FieldPath } from '../model/index.ts';

/** The value at `path`, or undefined where any step is missing or of the wrong shape. */
export function valueAt(value: JsonValue | undefined, path: FieldPath): JsonValue | undefined {
  let current: JsonValue | undefined = value;
  for (const step of path) {
    if (typeof step === 'number') current = isArray(current) ? current[step] : undefined;
    else current = isObject(current) ? ownValue(current, step) : undefined;
    if (current === undefined) return undefined;
  }
  return current;
}

/** The string at `path`; undefined when absent or of another type. */
export function stringAt(value: JsonValue | undefined, path: FieldPath): string | undefined {
  const found = valueAt(value, path);
  return typeof found === 'string' ? found : undefined;
}

/** The number at `path`; undefined when absent or of another type. */
export function numberAt(value: JsonValue | undefined, path: FieldPath): number | undefined {
  const found = valueAt(value, path);
  return typeof found === 'number' ? found : undefined;
}

/** The boolean at `path`; undefined when absent or of another type. */
export function booleanAt(value: JsonValue | undefined, path: FieldPath): boolean | undefined {
  const found = valueAt(value, path);
  return typeof found === 'boolean' ? found : undefined;
}

/** The items of the list at `path`; empty when absent or no list. */
export function itemsAt(value: JsonValue | undefined, path: FieldPath): readonly JsonValue[] {
  const found = valueAt(value, path);
  return isArray(found) ? found : [];
}

/** The mapping at `path`; undefined when absent or no mapping. */
export function objectAt(value: JsonValue | undefined, path: FieldPath): JsonObject | undefined {
  const found = valueAt(value, path);
  return isObject(found) ? found : undefined;
}

/** The entries of the mapping at `path` whose values are strings, e.g. labels. */
export function stringMapAt(
  value: JsonValue | undefined,
  path: FieldPath,
): ReadonlyMap<string, string> {
  const entries = Object.entries(objectAt(value, path) ?? {});
  return new Map(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** A JSON mapping: neither null nor a list. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A JSON list. */
export function isArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Inherited names such as `constructor` are no fields. */
function ownValue(value: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
