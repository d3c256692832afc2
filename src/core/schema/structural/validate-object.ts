import type { JsonObject } from '../../manifest/types.ts';
import type { AdmissionError, StructuralSchema } from '../types.ts';
import { invalid, required, tooMany } from './admission-errors.ts';
import { fieldText } from './field-text.ts';
import { pathOf, type Place } from './place.ts';
import type { ValidateBelow } from './validate-below.ts';

/** The number of fields, their values, then those that are missing. Source: kube-openapi `objectValidator`. */
export function validateObject(
  object: JsonObject,
  schema: StructuralSchema,
  place: Place | null,
  errors: AdmissionError[],
  below: ValidateBelow,
): void {
  const count = countError(object, schema, place);
  if (count !== undefined) errors.push(count);
  const { properties = {}, additionalProperties } = schema;
  if (additionalProperties) {
    for (const [step, value] of Object.entries(object)) {
      if (Object.hasOwn(properties, step)) continue;
      below(value, additionalProperties, { parent: place, step }, errors);
    }
  }
  for (const step in properties) {
    const value = object[step];
    const property = properties[step];
    if (value === undefined || property === undefined || !Object.hasOwn(object, step)) continue;
    below(value, property, { parent: place, step }, errors);
  }
  for (const step of schema.required ?? []) {
    if (!Object.hasOwn(object, step)) errors.push(required([...pathOf(place), step]));
  }
}

function countError(
  object: JsonObject,
  { minProperties, maxProperties }: StructuralSchema,
  place: Place | null,
) {
  if (minProperties === undefined && maxProperties === undefined) return undefined;
  const count = Object.keys(object).length;
  if (minProperties !== undefined && count < minProperties) {
    const path = pathOf(place);
    const least = `at least ${String(minProperties)} properties`;
    return invalid(path, count, `${fieldText(path)} in body should have ${least}`);
  }
  if (maxProperties === undefined || count <= maxProperties) return undefined;
  return tooMany(pathOf(place), count, maxProperties);
}
