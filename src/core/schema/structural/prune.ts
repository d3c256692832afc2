import type { JsonObject, JsonValue } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/field.ts';
import type { StructuralSchema } from '../types.ts';
import { isList, isObject } from './json.ts';

const RESOURCE_FIELDS = new Set(['apiVersion', 'kind', 'metadata']);

type Tell = (path: FieldPath) => void;

/**
 * Drops the fields that the schema does not have and hands each of their paths to `tell`. Untouched parts keep their
 * identity. Source: apiextensions-apiserver `schema/pruning/algorithm.go`.
 *
 * @param schema undefined where a list stands that has no items in the schema: nothing in its objects is known
 */
export function prune(
  value: JsonValue,
  schema: StructuralSchema | undefined,
  path: FieldPath,
  tell: Tell,
  isRoot = false,
): JsonValue {
  if (isList(value)) return pruneList(value, schema, path, tell);
  if (!isObject(value)) return value;
  return pruneObject(value, schema, path, tell, isRoot || schema?.embeddedResource === true);
}

/** Fields that are preserved are so in lists of lists too, down to the first item that has a schema. */
function pruneList(
  list: readonly JsonValue[],
  schema: StructuralSchema | undefined,
  path: FieldPath,
  tell: Tell,
): JsonValue {
  const preserved = schema?.preserveUnknownFields === true;
  if (preserved && schema.items === undefined) return list;
  const items: StructuralSchema | undefined = preserved
    ? { ...schema.items, preserveUnknownFields: true }
    : schema?.items;
  const pruned = list.map((item, index) => prune(item, items, [...path, index], tell));
  return pruned.some((item, index) => item !== list[index]) ? pruned : list;
}

function pruneObject(
  object: JsonObject,
  schema: StructuralSchema | undefined,
  path: FieldPath,
  tell: Tell,
  isResource: boolean,
): JsonValue {
  const pruned: Record<string, JsonValue> = {};
  let changed = false;
  for (const [key, value] of Object.entries(object)) {
    const known = property(schema, key);
    if (known === undefined || (isResource && RESOURCE_FIELDS.has(key))) {
      const kept =
        schema?.preserveUnknownFields === true || (isResource && RESOURCE_FIELDS.has(key));
      if (kept) pruned[key] = value;
      else tell([...path, key]);
      changed ||= !kept;
      continue;
    }
    const next = prune(value, known, [...path, key], tell);
    changed ||= next !== value;
    pruned[key] = next;
  }
  return changed ? pruned : object;
}

function property(schema: StructuralSchema | undefined, key: string): StructuralSchema | undefined {
  const properties = schema?.properties;
  if (properties && Object.hasOwn(properties, key)) return properties[key];
  return schema?.additionalProperties;
}
