import type { JsonValue } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/field.ts';
import type { AdmissionError, StructuralSchema } from '../types.ts';

/** Validates a value further down; handed in, so that the kinds of values need not know each other. */
export type ValidateBelow = (
  value: JsonValue,
  schema: StructuralSchema,
  path: FieldPath,
) => readonly AdmissionError[];
