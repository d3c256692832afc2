import type { FieldPath } from '../../model/field.ts';
import type { AdmissionError, StructuralSchema } from '../types.ts';
import { invalid, tooLong, typeInvalid } from './admission-errors.ts';
import { fieldText } from './field-text.ts';
import { matchesFormat } from './formats.ts';
import { matchesPattern } from './patterns.ts';
import { pathOf, type Place } from './place.ts';

/** Length, pattern (the first that fails only) and format of a text. Source: kube-openapi `stringValidator`. */
export function validateText(
  text: string,
  schema: StructuralSchema,
  place: Place | null,
  errors: AdmissionError[],
): void {
  if (!fits(text, schema)) errors.push(textError(text, schema, pathOf(place)));
  const { format } = schema;
  if (format === undefined || matchesFormat(format, text)) return;
  const path = pathOf(place);
  const detail = `${fieldText(path)} in body must be of type ${format}: ${JSON.stringify(text)}`;
  errors.push(typeInvalid(path, text, detail));
}

function isTooLong(text: string, { maxLength }: StructuralSchema): boolean {
  return maxLength !== undefined && text.length > maxLength && codePoints(text) > maxLength;
}

function isTooShort(text: string, { minLength = 0 }: StructuralSchema): boolean {
  return text.length < 2 * minLength && codePoints(text) < minLength;
}

function fits(text: string, schema: StructuralSchema): boolean {
  if (isTooLong(text, schema) || isTooShort(text, schema)) return false;
  const { pattern } = schema;
  return pattern === undefined || (schema.matchesPattern?.(text) ?? matchesPattern(pattern, text));
}

function textError(text: string, schema: StructuralSchema, path: FieldPath): AdmissionError {
  const name = fieldText(path);
  if (isTooLong(text, schema)) return tooLong(path, schema.maxLength ?? 0);
  const fault = isTooShort(text, schema)
    ? `be at least ${String(schema.minLength)} chars long`
    : `match '${schema.pattern ?? ''}'`;
  return invalid(path, text, `${name} in body should ${fault}`);
}

function codePoints(text: string): number {
  return Array.from(text).length;
}
