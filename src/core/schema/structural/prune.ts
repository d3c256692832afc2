import type { JsonObject, JsonValue } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/field.ts';
import type { StructuralSchema } from '../types.ts';
import { isList, isObject } from './json.ts';

const RESOURCE_FIELDS = new Set(['apiVersion', 'kind', 'metadata']);

/**
 * Drops the fields that the schema does not have and hands each of their paths to `tell`. Untouched parts keep their
 * identity. Source: apiextensions-apiserver `schema/pruning/algorithm.go`.
 */
export function prune(
  value: JsonValue,
  schema: StructuralSchema,
  path: FieldPath,
  tell: (path: FieldPath) => void,
  isRoot = false,
): JsonValue {
  if (isList(value)) return pruneList(value, schema, path, tell);
  if (!isObject(value)) return value;
  return pruneObject(value, schema, path, tell, isRoot || schema.embeddedResource === true);
}

function pruneList(
  list: readonly JsonValue[],
  { items, preserveUnknownFields }: StructuralSchema,
  path: FieldPath,
  tell: (path: FieldPath) => void,
): JsonValue {
  if (items === undefined || (preserveUnknownFields && !items.properties)) return list;
  const pruned = list.map((item, index) => prune(item, items, [...path, index], tell));
  return pruned.some((item, index) => item !== list[index]) ? pruned : list;
}

function pruneObject(
  object: JsonObject,
  schema: StructuralSchema,
  path: FieldPath,
  tell: (path: FieldPath) => void,
  isResource: boolean,
): JsonValue {
  const pruned: Record<string, JsonValue> = {};
  let changed = false;
  for (const [key, value] of Object.entries(object)) {
    const known = property(schema, key);
    if (known === undefined) {
      const kept =
        schema.preserveUnknownFields === true || (isResource && RESOURCE_FIELDS.has(key));
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

function property(schema: StructuralSchema, key: string): StructuralSchema | undefined {
  const { properties } = schema;
  if (properties && Object.hasOwn(properties, key)) return properties[key];
  return schema.additionalProperties;
}
