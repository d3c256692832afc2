import type { JsonObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/field.ts';
import type { AdmissionError, StructuralSchema } from '../types.ts';
import { invalid, required, tooMany } from './admission-errors.ts';
import { fieldText } from './field-text.ts';
import type { ValidateBelow } from './validate-below.ts';

/** The number of fields (nothing more is looked at when it fails), their values, then those that are missing. */
export function validateObject(
  object: JsonObject,
  schema: StructuralSchema,
  path: FieldPath,
  below: ValidateBelow,
): readonly AdmissionError[] {
  const count = countError(object, schema, path);
  if (count !== undefined) return [count];
  const errors: AdmissionError[] = [];
  const { properties = {}, additionalProperties } = schema;
  for (const [key, value] of Object.entries(object)) {
    const known = Object.hasOwn(properties, key);
    if (!known && additionalProperties) {
      errors.push(...below(value, additionalProperties, [...path, key]));
    }
  }
  for (const [key, property] of Object.entries(properties)) {
    const value = object[key];
    if (value !== undefined && Object.hasOwn(object, key)) {
      errors.push(...below(value, property, [...path, key]));
    }
  }
  for (const key of schema.required ?? []) {
    if (!Object.hasOwn(object, key)) errors.push(required([...path, key]));
  }
  return errors;
}

function countError(object: JsonObject, schema: StructuralSchema, path: FieldPath) {
  const { minProperties, maxProperties } = schema;
  if (minProperties === undefined && maxProperties === undefined) return undefined;
  const count = Object.keys(object).length;
  if (minProperties !== undefined && count < minProperties) {
    const detail = `${fieldText(path)} in body should have at least ${String(minProperties)} properties`;
    return invalid(path, count, detail);
  }
  if (maxProperties === undefined || count <= maxProperties) return undefined;
  return tooMany(path, count, maxProperties);
}
