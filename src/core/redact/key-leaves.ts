import type { FieldPath } from '../model/index.ts';
import type { JsonValue } from '../manifest/types.ts';

/** Paths of every string in `value` that `holds` accepts (one that contains a private key, say), in document order. */
export function keyLeaves(
  value: JsonValue,
  holds: (text: string) => boolean,
  path: FieldPath = [],
): readonly FieldPath[] {
  if (typeof value === 'string') return holds(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (isList(value)) return value.flatMap((item, i) => keyLeaves(item, holds, [...path, i]));
  return Object.entries(value).flatMap(([key, child]) => keyLeaves(child, holds, [...path, key]));
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
