import type { JsonValue } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/field.ts';
import type { AdmissionError, StructuralSchema } from '../types.ts';
import { notSupported, typeInvalid } from './admission-errors.ts';
import { fieldText } from './field-text.ts';
import { canonical, isList, isObject } from './json.ts';
import { validateCombinations } from './validate-combinations.ts';
import { validateList } from './validate-list.ts';
import { validateNumber } from './validate-number.ts';
import { validateObject } from './validate-object.ts';
import { validateText } from './validate-text.ts';

/**
 * The errors of one value and everything below it, in the order of kube-openapi's `SchemaValidator.Validate`: type,
 * allOf/anyOf/oneOf/not, text, number, list, enum, object. Fields of an object are taken in the schema's order (the
 * server's own is that of a Go map).
 */
export function validateValue(
  value: JsonValue,
  schema: StructuralSchema,
  path: FieldPath,
): readonly AdmissionError[] {
  if (value === null) {
    return schema.nullable
      ? []
      : [...typeErrors(value, schema, path), ...enumErrors(value, schema, path)];
  }
  const errors: AdmissionError[] = [];
  errors.push(...typeErrors(value, schema, path));
  errors.push(...validateCombinations(value, schema, path, validateValue));
  if (typeof value === 'string') errors.push(...validateText(value, schema, path));
  if (typeof value === 'number') errors.push(...validateNumber(value, schema, path));
  if (isList(value)) errors.push(...validateList(value, schema, path, validateValue));
  errors.push(...enumErrors(value, schema, path));
  if (isObject(value)) errors.push(...validateObject(value, schema, path, validateValue));
  return errors;
}

function jsonType(value: JsonValue): string {
  if (value === null) return 'null';
  if (isList(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

function typeErrors(value: JsonValue, schema: StructuralSchema, path: FieldPath): AdmissionError[] {
  const allowed = schema.intOrString ? ['integer', 'string'] : schema.type ? [schema.type] : [];
  const found = jsonType(value);
  if (allowed.length === 0 && !(value === null && schema.preserveUnknownFields === undefined))
    return [];
  if (allowed.includes(found) || (found === 'integer' && allowed.includes('number'))) return [];
  if (allowed.length === 0) return [];
  const detail = `${fieldText(path)} in body must be of type ${allowed.join(',')}: "${found}"`;
  return [typeInvalid(path, found, detail)];
}

function enumErrors(value: JsonValue, schema: StructuralSchema, path: FieldPath): AdmissionError[] {
  if (schema.enum === undefined) return [];
  const text = canonical(value);
  return schema.enum.some((one) => canonical(one) === text)
    ? []
    : [notSupported(path, value, schema.enum)];
}
