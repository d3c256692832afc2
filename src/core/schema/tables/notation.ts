import type { JsonValue } from '../../manifest/types.ts';
import type { StructuralSchema, ValidationRule } from '../types.ts';

/** Fields by name; a name that ends in `!` is required. */
export type Fields = Readonly<Record<string, StructuralSchema>>;
type Extra = Omit<StructuralSchema, 'type' | 'properties' | 'items'>;

/** An object with these fields; rules are kept in the order given. */
export function obj(fields: Fields, extra: Extra = {}): StructuralSchema {
  const properties: Record<string, StructuralSchema> = {};
  const required: string[] = [];
  for (const [name, schema] of Object.entries(fields)) {
    const bare = name.endsWith('!') ? name.slice(0, -1) : name;
    if (bare !== name) required.push(bare);
    properties[bare] = schema;
  }
  return { type: 'object', properties, ...(required.length > 0 && { required }), ...extra };
}

/** An object whose fields are all taken: for what the app neither reads nor judges. */
export const anyObject: StructuralSchema = { type: 'object', preserveUnknownFields: true };

/** Any value at all. */
export const anything: StructuralSchema = { preserveUnknownFields: true };

/** A map from text to values. */
export function map(additionalProperties: StructuralSchema, extra: Extra = {}): StructuralSchema {
  return { type: 'object', additionalProperties, ...extra };
}

/** A list that says nothing about how it merges. */
export function list(items: StructuralSchema, extra: Extra = {}): StructuralSchema {
  return { type: 'array', items, ...extra };
}

/** A list with `listType: atomic`. */
export function atomic(items: StructuralSchema, extra: Extra = {}): StructuralSchema {
  return { type: 'array', items, listType: 'atomic', ...extra };
}

/** A list in which no value may stand twice. */
export function set(items: StructuralSchema, extra: Extra = {}): StructuralSchema {
  return { type: 'array', items, listType: 'set', ...extra };
}

/** A list whose items are told apart by one field. */
export function listMap(key: string, items: StructuralSchema, extra: Extra = {}): StructuralSchema {
  return { type: 'array', items, listType: 'map', listMapKeys: [key], ...extra };
}

/** A text. */
export function str(extra: Extra = {}): StructuralSchema {
  return { type: 'string', ...extra };
}

/** A text of `min` to `max` code points, with a pattern where the CRD has one. */
export function text(minLength: number, maxLength: number, pattern?: string): StructuralSchema {
  return { type: 'string', minLength, maxLength, ...(pattern !== undefined && { pattern }) };
}

/** One of these values. */
export function choice(values: readonly JsonValue[], fallback?: JsonValue): StructuralSchema {
  const type = typeof values[0] === 'number' ? 'integer' : 'string';
  return { type, enum: values, ...(fallback !== undefined && { default: fallback }) };
}

/** A whole number of 32 bits within bounds that may be left open. */
export function int32(minimum?: number, maximum?: number, extra: Extra = {}): StructuralSchema {
  return {
    type: 'integer',
    format: 'int32',
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...extra,
  };
}

export const bool: StructuralSchema = { type: 'boolean' };

/** The same schema with a default. */
export function withDefault(schema: StructuralSchema, value: JsonValue): StructuralSchema {
  return { ...schema, default: value };
}

/** The fields, or none: for what only some releases or channels have. */
export function when(condition: boolean, fields: Fields): Fields {
  return condition ? fields : {};
}

/** The rules, or none. */
export function rulesWhen(
  condition: boolean,
  rules: readonly ValidationRule[],
): readonly ValidationRule[] {
  return condition ? rules : [];
}
