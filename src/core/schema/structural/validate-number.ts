import type { AdmissionError, StructuralSchema } from '../types.ts';
import { invalid, typeInvalid } from './admission-errors.ts';
import { fieldText } from './field-text.ts';
import { pathOf, type Place } from './place.ts';

const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  int32: [-2_147_483_648, 2_147_483_647],
  uint32: [0, 4_294_967_295],
};

/** Multiple, greatest, least and width of a number; all that fail. Source: kube-openapi `numberValidator`. */
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
  if (inRange(value, schema)) return;
  const detail = `${name} in body must be of type ${schema.format ?? ''}: ${String(value)}`;
  errors.push(typeInvalid(path, value, detail));
}

function inRange(value: number, { format }: StructuralSchema): boolean {
  const range = format === undefined ? undefined : RANGES[format];
  return range === undefined || (value >= range[0] && value <= range[1]);
}

/** The common case without a text being made. */
function fits(value: number, schema: StructuralSchema): boolean {
  const { minimum = -Infinity, maximum = Infinity, multipleOf } = schema;
  return value > minimum && value < maximum && multipleOf === undefined && inRange(value, schema);
}
