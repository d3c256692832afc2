import type { StructuralSchema } from '../types.ts';

/**
 * Makes a question about a schema and everything below it, whose answer is remembered: most branches of an object have
 * no rule and no list-map, and need not be walked for them.
 */
export function anySchemaBelow(
  holds: (schema: StructuralSchema) => boolean,
): (schema: StructuralSchema) => boolean {
  const known = new WeakMap<StructuralSchema, boolean>();
  const ask = (schema: StructuralSchema): boolean => {
    const answer = known.get(schema);
    if (answer !== undefined) return answer;
    const { properties = {}, additionalProperties, items } = schema;
    const found =
      holds(schema) ||
      (items !== undefined && ask(items)) ||
      (additionalProperties !== undefined && ask(additionalProperties)) ||
      Object.values(properties).some(ask);
    known.set(schema, found);
    return found;
  };
  return ask;
}
