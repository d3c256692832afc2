import type { FieldPath } from '../../model/field.ts';
import { fieldText } from '../structural/field-text.ts';

/** What kubectl prints with `--validate=strict`, its default; null when every field is known. */
export function strictDecodingError(unknownFields: readonly FieldPath[]): string | null {
  if (unknownFields.length === 0) return null;
  const fields = unknownFields.map((path) => `unknown field ${JSON.stringify(fieldText(path))}`);
  return `strict decoding error: ${fields.join(', ')}`;
}
