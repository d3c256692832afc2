import type { JsonObject, JsonValue } from '../../manifest/types.ts';

/** True for a JSON object, false for null, lists and scalars. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a JSON array. */
export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Go's `%q` for what stands in manifests: JSON's escapes are the same for printable text. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** Equal text for equal values, whatever the order of their keys. */
export function canonical(value: JsonValue): string {
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${quoted(key)}:${canonical(value[key] ?? null)}`).join(',')}}`;
}

/** Go's `%#v` of a decoded JSON value, e.g. `map[string]interface {}{"name":"http"}`. */
export function goSyntax(value: JsonValue): string {
  if (value === null) return 'interface {}(nil)';
  if (typeof value === 'string') return quoted(value);
  if (isList(value)) return `[]interface {}{${value.map(goSyntax).join(', ')}}`;
  if (!isObject(value)) return String(value);
  const keys = Object.keys(value).sort();
  const pairs = keys.map((key) => `${quoted(key)}:${goSyntax(value[key] ?? null)}`);
  return `map[string]interface {}{${pairs.join(', ')}}`;
}
