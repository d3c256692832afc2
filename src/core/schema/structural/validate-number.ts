import type { AdmissionError, StructuralSchema } from '../types.ts';
import { invalid } from './admission-errors.ts';
import { fieldText } from './field-text.ts';
import { pathOf, type Place } from './place.ts';

/**
 * Multiple, greatest and least of a number; all that fail. Its width (`format: int32`) is not asked: the server hands the
 * format to no number validator. Source: kube-openapi `validate/schema.go: numberValidator`.
 */
export function validateNumber(
  value: number,
  schema: StructuralSchema,
  place: Place | null,
  errors: AdmissionError[],
): void {
  if (fits(value, schema)) return;
  const path = pathOf(place);
  const name = fieldText(path);
  const details: string[] = [];
  const { multipleOf, maximum, minimum } = schema;
  if (multipleOf !== undefined && !Number.isInteger(value / multipleOf)) {
    details.push(`${name} in body should be a multiple of ${String(multipleOf)}`);
  }
  if (maximum !== undefined && (schema.exclusiveMaximum ? value >= maximum : value > maximum)) {
    const bound = schema.exclusiveMaximum ? 'less than' : 'less than or equal to';
    details.push(`${name} in body should be ${bound} ${String(maximum)}`);
  }
  if (minimum !== undefined && (schema.exclusiveMinimum ? value <= minimum : value < minimum)) {
    const bound = schema.exclusiveMinimum ? 'greater than' : 'greater than or equal to';
    details.push(`${name} in body should be ${bound} ${String(minimum)}`);
  }
  errors.push(...details.map((detail) => invalid(path, value, detail)));
}

/** The common case without a text being made. */
function fits(value: number, schema: StructuralSchema): boolean {
  const { minimum = -Infinity, maximum = Infinity, multipleOf } = schema;
  return value > minimum && value < maximum && multipleOf === undefined;
}
