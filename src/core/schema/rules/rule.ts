import type { JsonObject, JsonValue } from '../../manifest/types.ts';
import type { RuleFailure, ValidationRule } from '../types.ts';
import { isList, isObject } from '../structural/json.ts';

/** A rule about an object. Values of another shape hold: structural errors have told of them. */
export function objectRule(
  id: string,
  message: string,
  source: string,
  check: (it: JsonObject) => boolean | RuleFailure,
): ValidationRule {
  return { id, message, source, check: (it) => !isObject(it) || check(it) };
}

/** A rule about a list of objects. */
export function listRule(
  id: string,
  message: string,
  source: string,
  check: (items: readonly JsonObject[]) => boolean | RuleFailure,
): ValidationRule {
  return { id, message, source, check: (it) => check(objectsOf(it)) };
}

/** A rule about a list or map of texts (a map's keys), or about one text. */
export function textsRule(
  id: string,
  message: string,
  source: string,
  check: (texts: readonly string[]) => boolean,
): ValidationRule {
  return { id, message, source, check: (it) => check(textsOf(it)) };
}

/** The objects of a list; nothing for a value that is no list. */
export function objectsOf(value: JsonValue | undefined): readonly JsonObject[] {
  return isList(value) ? value.filter(isObject) : [];
}

/** An object field, or an empty object. */
export function objectAt(value: JsonObject, key: string): JsonObject {
  const found = value[key];
  return isObject(found) ? found : {};
}

/** CEL's `has`. */
export function has(value: JsonObject, key: string): boolean {
  return Object.hasOwn(value, key);
}

/** Number of items or fields; 0 when the field is absent. */
export function sizeOf(value: JsonValue | undefined): number {
  if (isList(value)) return value.length;
  return isObject(value) ? Object.keys(value).length : 0;
}

/** A text field; empty when it is absent, as `has(x) && x != ""` reads it. */
export function textAt(value: JsonObject, key: string): string {
  const found = value[key];
  return typeof found === 'string' ? found : '';
}

function textsOf(value: JsonValue): readonly string[] {
  if (typeof value === 'string') return [value];
  if (isList(value)) return value.filter((one) => typeof one === 'string');
  return isObject(value) ? Object.keys(value) : [];
}
