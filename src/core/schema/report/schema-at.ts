import type { FieldPath } from '../../model/field.ts';
import type { StructuralSchema } from '../types.ts';

/** The schema of a field, undefined where the schema has none. */
export function schemaAt(schema: StructuralSchema, path: FieldPath): StructuralSchema | undefined {
  return path.reduce<StructuralSchema | undefined>((at, step) => {
    if (at === undefined) return undefined;
    if (typeof step === 'number') return at.items;
    const { properties = {}, additionalProperties } = at;
    return Object.hasOwn(properties, step) ? properties[step] : additionalProperties;
  }, schema);
}
