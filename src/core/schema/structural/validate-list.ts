import type { JsonValue } from '../../manifest/types.ts';
import type { AdmissionError, StructuralSchema } from '../types.ts';
import { invalid, tooMany } from './admission-errors.ts';
import { fieldText } from './field-text.ts';
import { canonical } from './json.ts';
import { pathOf, type Place } from './place.ts';
import type { ValidateBelow } from './validate-below.ts';

/** Items first, then their number. Source: kube-openapi `schemaSliceValidator`. */
export function validateList(
  list: readonly JsonValue[],
  schema: StructuralSchema,
  place: Place | null,
  errors: AdmissionError[],
  below: ValidateBelow,
): void {
  const { items, minItems = 0, maxItems = Infinity } = schema;
  if (items) {
    for (const [step, item] of list.entries()) below(item, items, { parent: place, step }, errors);
  }
  if (list.length < minItems) {
    const path = pathOf(place);
    const detail = `${fieldText(path)} in body should have at least ${String(minItems)} items`;
    errors.push(invalid(path, list.length, detail));
  }
  if (list.length > maxItems) errors.push(tooMany(pathOf(place), list.length, maxItems));
  if (schema.uniqueItems && new Set(list.map(canonical)).size < list.length) {
    const path = pathOf(place);
    errors.push(invalid(path, '', `${fieldText(path)} in body shouldn't contain duplicates`));
  }
}
