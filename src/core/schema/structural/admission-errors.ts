import type { JsonValue } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/field.ts';
import type { AdmissionError, AdmissionErrorType } from '../types.ts';
import { fieldText } from './field-text.ts';
import { goSyntax, isList, isObject, quoted } from './json.ts';

/** What `field.ErrorType.String()` prints. Source: apimachinery `pkg/util/validation/field/errors.go`. */
const TYPE_TEXT: Record<AdmissionErrorType, string> = {
  Required: 'Required value',
  Invalid: 'Invalid value',
  TypeInvalid: 'Invalid value',
  NotSupported: 'Unsupported value',
  Duplicate: 'Duplicate value',
  TooLong: 'Too long',
  TooMany: 'Too many',
  Forbidden: 'Forbidden',
  NotFound: 'Not found',
  Internal: 'Internal error',
};

function make(
  type: AdmissionErrorType,
  path: FieldPath | null,
  value: string | null,
  detail: string,
): AdmissionError {
  const field = path === null ? '<nil>' : fieldText(path);
  const parts = [TYPE_TEXT[type], ...(value === null ? [] : [value]), ...(detail ? [detail] : [])];
  const message = `${field}: ${parts.join(': ')}`;
  return { type, path, detail, message };
}

/** How `field.Error` prints a bad value: text quoted, numbers and booleans plain, the rest in Go's syntax. */
export function valueText(value: JsonValue): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null) return '"null"';
  return isObject(value) || isList(value) ? goSyntax(value) : String(value);
}

/** `path: Required value`, with a detail where the server gives one. */
export function required(path: FieldPath, detail = ''): AdmissionError {
  return make('Required', path, null, detail);
}

/** `path: Invalid value: value: detail`. `path` null prints `<nil>`. */
export function invalid(path: FieldPath | null, value: JsonValue, detail: string): AdmissionError {
  return make('Invalid', path, valueText(value), detail);
}

/** The same line as `invalid`, but one that keeps rules from being checked. */
export function typeInvalid(path: FieldPath, value: JsonValue, detail: string): AdmissionError {
  return make('TypeInvalid', path, valueText(value), detail);
}

/** `path: Unsupported value: value: supported values: "A", "B"`, in the order of the schema. */
export function notSupported(
  path: FieldPath,
  value: JsonValue,
  supported: readonly JsonValue[],
): AdmissionError {
  const texts = supported.map((one) => quoted(typeof one === 'string' ? one : JSON.stringify(one)));
  return make('NotSupported', path, valueText(value), `supported values: ${texts.join(', ')}`);
}

/** `path: Duplicate value: value`. */
export function duplicate(path: FieldPath, value: JsonValue): AdmissionError {
  return make('Duplicate', path, valueText(value), '');
}

/** `path: Too long: may not be longer than max`. */
export function tooLong(path: FieldPath, max: number): AdmissionError {
  return make('TooLong', path, null, `may not be longer than ${String(max)}`);
}

/** `path: Too many: found: must have at most max items`. */
export function tooMany(path: FieldPath, found: number, max: number): AdmissionError {
  return make('TooMany', path, String(found), `must have at most ${String(max)} items`);
}

/** `path: Forbidden: detail`. */
export function forbidden(path: FieldPath, detail: string): AdmissionError {
  return make('Forbidden', path, null, detail);
}

/** `path: Not found: value`: something is named that the object does not have. */
export function notFound(path: FieldPath, value: JsonValue): AdmissionError {
  return make('NotFound', path, valueText(value), '');
}

/** The same error at a key of a map, which the server prints as `data[tls.crt]`. */
export function atKey(error: AdmissionError): AdmissionError {
  const { path } = error;
  const key = path?.at(-1);
  if (path === null || typeof key !== 'string') return error;
  const rest = error.message.slice(fieldText(path).length);
  return { ...error, message: `${fieldText(path.slice(0, -1))}[${key}]${rest}` };
}

/** The line that stands for the rules when something structural kept them from being asked. */
export const rulesNotChecked: AdmissionError = invalid(
  null,
  null,
  'some validation rules were not checked because the object was invalid; correct the existing errors to complete validation',
);
