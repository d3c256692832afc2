import type { JsonValue } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/field.ts';
import type { AdmissionError, StructuralSchema } from '../types.ts';
import { invalid, tooMany } from './admission-errors.ts';
import { fieldText } from './field-text.ts';
import { canonical } from './json.ts';
import type { ValidateBelow } from './validate-below.ts';

/** Items first, then their number. Source: kube-openapi `schemaSliceValidator`. */
export function validateList(
  list: readonly JsonValue[],
  schema: StructuralSchema,
  path: FieldPath,
  below: ValidateBelow,
): readonly AdmissionError[] {
  const { items, minItems, maxItems } = schema;
  const errors = items ? list.flatMap((item, index) => below(item, items, [...path, index])) : [];
  const name = fieldText(path);
  if (minItems !== undefined && list.length < minItems) {
    const detail = `${name} in body should have at least ${String(minItems)} items`;
    errors.push(invalid(path, list.length, detail));
  }
  if (maxItems !== undefined && list.length > maxItems) {
    errors.push(tooMany(path, list.length, maxItems));
  }
  if (schema.uniqueItems && new Set(list.map(canonical)).size < list.length) {
    errors.push(invalid(path, '', `${name} in body shouldn't contain duplicates`));
  }
  return errors;
}
