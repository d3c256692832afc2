import type { FieldPath } from '../model/index.ts';
import type { JsonValue } from '../manifest/types.ts';
import { containsPrivateKey } from './public-text.ts';

/** Paths of every string in `value` that is or contains a private key, in document order. */
export function keyLeaves(value: JsonValue, path: FieldPath = []): readonly FieldPath[] {
  if (typeof value === 'string') return containsPrivateKey(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (isList(value)) return value.flatMap((item, i) => keyLeaves(item, [...path, i]));
  return Object.entries(value).flatMap(([key, child]) => keyLeaves(child, [...path, key]));
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
