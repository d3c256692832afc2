import type { JsonObject, JsonValue } from '../../../manifest/types.ts';
import type { StructuralSchema } from '../../types.ts';
import type { CelEngine, CelLiteralType } from './cel-engine.ts';
import type { CelValue } from './cel-value.ts';
import { escapeName } from './escape-name.ts';

const literalOf: Readonly<Record<string, CelLiteralType>> = {
  'date-time': 'timestamp',
  datetime: 'timestamp',
  date: 'timestamp',
  duration: 'duration',
  byte: 'bytes',
};

const text: StructuralSchema = { type: 'string' };

/** What rules at the root of an object, or of an embedded one, see of its metadata. */
const metadataSchema: StructuralSchema = {
  type: 'object',
  properties: { name: text, generateName: text },
};

/** The properties that every whole object has beside those of its schema. */
export function withObjectMeta(schema: StructuralSchema): StructuralSchema {
  const properties = {
    ...schema.properties,
    apiVersion: text,
    kind: text,
    metadata: metadataSchema,
  };
  return { ...schema, properties };
}

/**
 * A validated value as rules see it: numbers by the schema's type, objects as maps with escaped names, dates as
 * timestamps. Fields that the schema does not name do not exist for a rule.
 *
 * @see k8s.io/apiserver pkg/cel/common/values.go UnstructuredToVal
 */
export function toCel(value: JsonValue, schema: StructuralSchema, engine: CelEngine): CelValue {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') return numberToCel(value, schema);
  if (typeof value === 'string') return textToCel(value, schema, engine);
  if (isList(value)) {
    const { items } = schema;
    return items === undefined ? [] : value.map((one) => toCel(one, items, engine));
  }
  return objectToCel(value, schema.embeddedResource ? withObjectMeta(schema) : schema, engine);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function numberToCel(value: number, schema: StructuralSchema): CelValue {
  const whole = schema.type === 'integer' || schema.intOrString === true;
  return whole && Number.isInteger(value) ? BigInt(value) : value;
}

function textToCel(value: string, schema: StructuralSchema, engine: CelEngine): CelValue {
  const type = literalOf[schema.format ?? ''];
  if (type === undefined) return value;
  const whole = schema.format === 'date' ? `${value}T00:00:00Z` : value;
  return engine.literal(type, whole) ?? value;
}

function objectToCel(value: JsonObject, schema: StructuralSchema, engine: CelEngine): CelValue {
  const { properties, additionalProperties } = schema;
  const entries = Object.entries(value).flatMap(([name, one]): [string, CelValue][] => {
    const property = properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (property !== undefined) {
      const escaped = escapeName(name);
      return escaped === null ? [] : [[escaped, toCel(one, property, engine)]];
    }
    return additionalProperties === undefined
      ? []
      : [[name, toCel(one, additionalProperties, engine)]];
  });
  return new Map(entries);
}
