import type { JsonValue } from '../../manifest/types.ts';
import type { AdmissionError, StructuralSchema } from '../types.ts';
import { notSupported, typeInvalid } from './admission-errors.ts';
import { fieldText } from './field-text.ts';
import { canonical, isList } from './json.ts';
import { pathOf, type Place } from './place.ts';
import { validateCombinations } from './validate-combinations.ts';
import { validateList } from './validate-list.ts';
import { validateNumber } from './validate-number.ts';
import { validateObject } from './validate-object.ts';
import { validateText } from './validate-text.ts';

/**
 * Adds the errors of one value and everything below it, in the order of kube-openapi's `SchemaValidator.Validate`:
 * type, allOf/anyOf/oneOf/not, text, number, list, enum, object. Fields of an object are taken in the schema's order
 * (the server's own is that of a Go map).
 */
export function validateValue(
  value: JsonValue,
  schema: StructuralSchema,
  place: Place | null,
  errors: AdmissionError[],
): void {
  if (value === null && schema.nullable) return;
  checkType(value, schema, place, errors);
  if (value !== null) {
    validateCombinations(value, schema, place, errors, validateValue);
    if (typeof value === 'string') validateText(value, schema, place, errors);
    else if (typeof value === 'number') validateNumber(value, schema, place, errors);
    else if (isList(value)) validateList(value, schema, place, errors, validateValue);
  }
  if (schema.enum !== undefined) checkEnum(value, schema.enum, place, errors);
  if (typeof value === 'object' && value !== null && !isList(value)) {
    validateObject(value, schema, place, errors, validateValue);
  }
}

function jsonType(value: JsonValue): string {
  if (value === null) return 'null';
  if (isList(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

function checkType(
  value: JsonValue,
  { type, intOrString }: StructuralSchema,
  place: Place | null,
  errors: AdmissionError[],
): void {
  if (type === undefined && !intOrString) return;
  const found = jsonType(value);
  if (found === type || (found === 'integer' && type === 'number')) return;
  if (intOrString && (found === 'integer' || found === 'string')) return;
  const path = pathOf(place);
  const allowed = intOrString ? 'integer,string' : (type ?? '');
  const detail = `${fieldText(path)} in body must be of type ${allowed}: "${found}"`;
  errors.push(typeInvalid(path, found, detail));
}

function checkEnum(
  value: JsonValue,
  supported: readonly JsonValue[],
  place: Place | null,
  errors: AdmissionError[],
): void {
  if (supported.includes(value)) return;
  const text = canonical(value);
  if (supported.some((one) => canonical(one) === text)) return;
  errors.push(notSupported(pathOf(place), value, supported));
}
