import type { FieldPath } from '../../../model/index.ts';
import type { JsonObject, JsonValue } from '../../../manifest/types.ts';
import type { StructuralSchema } from '../../types.ts';
import type { CrdReading } from './crd-reading.ts';
import { makeLinearRegex } from '../regex/linear-regex.ts';
import { readKeywords } from './read-keywords.ts';

/** EnvoyProxy, the largest CRD of this field, has 26 levels and about 12 000 schemas. */
const deepest = 64;
const mostNodes = 60_000;

/** How a version's schema is walked. `rulesOf` adds the rules, which need the finished schema of their node. */
export interface SchemaReading {
  readonly reading: CrdReading;
  readonly version: string;
  readonly rulesOf: (node: JsonObject, schema: StructuralSchema, at: RulePlace) => Rules;
  nodes: number;
}

export interface RulePlace {
  readonly path: FieldPath;
  /** The node is a whole object: the resource itself. */
  readonly root: boolean;
}

type Rules = Pick<StructuralSchema, 'rules'>;

/** What is accepted without a look: where a schema cannot be read, nothing is said. */
export const anything: StructuralSchema = { preserveUnknownFields: true };

/**
 * `openAPIV3Schema` of one version as a structural schema.
 *
 * @param path where the node stands in the CRD
 * @see apiextensions-apiserver pkg/apiserver/schema/convert.go
 */
export function readSchema(
  node: JsonValue | undefined,
  path: FieldPath,
  walk: SchemaReading,
  depth = 0,
): StructuralSchema {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) {
    ignored(walk, path, 'schema', 'a map');
    return anything;
  }
  walk.nodes += 1;
  if (depth > deepest || walk.nodes > mostNodes) {
    const limits = { depth: String(deepest), nodes: String(mostNodes) };
    walk.reading.report('CRD-SCHEMA-TOO-LARGE', path, { version: walk.version, ...limits });
    return anything;
  }
  const map = node as JsonObject;
  const below = (value: JsonValue | undefined, ...keys: FieldPath): StructuralSchema =>
    readSchema(value, [...path, ...keys], walk, depth + 1);
  const schema: StructuralSchema = {
    ...readKeywords(map, (keyword, expected) => {
      ignored(walk, [...path, keyword], keyword, expected, map[keyword]);
    }),
    ...readNested(map, below),
  };
  const root = depth === 0;
  const kept = withMatcher(schema, path, walk);
  const whole = root || kept.embeddedResource ? keepMetadata(kept) : kept;
  return { ...whole, ...walk.rulesOf(map, kept, { path, root }) };
}

/** `metadata` is ObjectMeta whatever the CRD says: `type: object` there does not prune its fields. */
function keepMetadata(schema: StructuralSchema): StructuralSchema {
  const metadata = schema.properties?.metadata;
  if (metadata === undefined) return schema;
  const kept = { ...metadata, preserveUnknownFields: true as const };
  return { ...schema, properties: { ...schema.properties, metadata: kept } };
}

function withMatcher(
  schema: StructuralSchema,
  path: FieldPath,
  walk: SchemaReading,
): StructuralSchema {
  const { pattern, ...rest } = schema;
  if (pattern === undefined) return schema;
  const made = makeLinearRegex(pattern);
  if (made.ok) return { ...schema, matchesPattern: made.regex.test };
  const { version } = walk;
  const params = { version, pattern, error: made.error };
  walk.reading.report('CRD-PATTERN-REFUSED', [...path, 'pattern'], params);
  return rest;
}

type Below = (value: JsonValue | undefined, ...keys: FieldPath) => StructuralSchema;

function readNested(node: JsonObject, below: Below): StructuralSchema {
  const { properties, items, additionalProperties, not } = node;
  return {
    ...(isMap(properties) && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, one]) => [name, below(one, 'properties', name)]),
      ),
    }),
    ...(isMap(items) && { items: below(items, 'items') }),
    ...(isMap(additionalProperties) && {
      additionalProperties: below(additionalProperties, 'additionalProperties'),
    }),
    ...(additionalProperties === true && { additionalProperties: anything }),
    ...(isMap(not) && { not: below(not, 'not') }),
    ...branches(node, 'allOf', below),
    ...branches(node, 'anyOf', below),
    ...branches(node, 'oneOf', below),
  };
}

function branches(
  node: JsonObject,
  keyword: 'allOf' | 'anyOf' | 'oneOf',
  below: Below,
): StructuralSchema {
  const list = node[keyword];
  if (!Array.isArray(list)) return {};
  const all: readonly JsonValue[] = list;
  return { [keyword]: all.map((one, index) => below(one, keyword, index)) };
}

function isMap(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ignored(
  walk: SchemaReading,
  path: FieldPath,
  keyword: string,
  expected: string,
  found?: JsonValue,
): void {
  const shown = found === undefined ? 'no such thing' : JSON.stringify(found).slice(0, 80);
  const params = { version: walk.version, keyword, expected, found: shown };
  walk.reading.report('CRD-KEYWORD-IGNORED', path, params);
}
