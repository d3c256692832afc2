import type { FieldPath } from '../../model/field.ts';
import type { AdmissionError, StructuralSchema } from '../types.ts';
import { invalid, tooLong, typeInvalid } from './admission-errors.ts';
import { fieldText } from './field-text.ts';
import { matchesFormat } from './formats.ts';
import { matchesPattern } from './patterns.ts';

/** Length, pattern (the first that fails only) and format of a text. Source: kube-openapi `stringValidator`. */
export function validateText(
  text: string,
  schema: StructuralSchema,
  path: FieldPath,
): readonly AdmissionError[] {
  const first = lengthError(text, schema, path) ?? patternError(text, schema, path);
  const { format } = schema;
  if (format === undefined || matchesFormat(format, text)) return first ? [first] : [];
  const detail = `${fieldText(path)} in body must be of type ${format}: ${JSON.stringify(text)}`;
  return [...(first ? [first] : []), typeInvalid(path, text, detail)];
}

function lengthError(text: string, schema: StructuralSchema, path: FieldPath) {
  const { minLength, maxLength } = schema;
  if (maxLength !== undefined && text.length > maxLength && codePoints(text) > maxLength) {
    return tooLong(path, maxLength);
  }
  if (minLength === undefined || codePoints(text) >= minLength) return undefined;
  const detail = `${fieldText(path)} in body should be at least ${String(minLength)} chars long`;
  return invalid(path, text, detail);
}

function patternError(text: string, schema: StructuralSchema, path: FieldPath) {
  const { pattern } = schema;
  if (pattern === undefined) return undefined;
  if (schema.matchesPattern?.(text) ?? matchesPattern(pattern, text)) return undefined;
  return invalid(path, text, `${fieldText(path)} in body should match '${pattern}'`);
}

function codePoints(text: string): number {
  return Array.from(text).length;
}
