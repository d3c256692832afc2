import type { JsonObject, JsonValue } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';
import type { FieldDescription, FieldType } from '../../schema/index.ts';

/** Looks a field up; undefined where the schema has none. */
type Describe = (path: FieldPath) => FieldDescription | undefined;

/** No CRD of ours nests required fields deeper; a schema that names itself ends here. */
const DEEPEST = 6;

/** What a field starts with when it is added: its default, its first choice, or the least that its type and required fields allow. */
export function initialValue(describe: Describe, path: FieldPath, depth = 0): JsonValue {
  const at = describe(path);
  if (at === undefined || depth > DEEPEST) return '';
  if (at.default !== undefined) return at.default;
  if (at.enum?.[0] !== undefined) return at.enum[0];
  if (at.type === 'object') return requiredFields(describe, at, depth);
  if (at.type === 'array')
    return (at.limits.minItems ?? 0) > 0 ? [initialValue(describe, [...path, 0], depth + 1)] : [];
  return plainValue(at.type, at.limits.minimum);
}

function requiredFields(describe: Describe, at: FieldDescription, depth: number): JsonObject {
  const required = at.children.filter((child) => child.required);
  return Object.fromEntries(
    required.map(({ name }) => [name, initialValue(describe, [...at.path, name], depth + 1)]),
  );
}

function plainValue(type: Exclude<FieldType, 'object' | 'array'>, least = 0): JsonValue {
  switch (type) {
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
    case 'int-or-string':
      return least;
    case 'string':
    case 'any':
      return '';
    default:
      return type satisfies never;
  }
}
