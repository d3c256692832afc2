import type { JsonValue } from '../../manifest/types.ts';
import type { AdmissionError, StructuralSchema } from '../types.ts';
import type { Place } from './place.ts';

/** Validates a value further down; handed in, so that the kinds of values need not know each other. */
export type ValidateBelow = (
  value: JsonValue,
  schema: StructuralSchema,
  place: Place | null,
  errors: AdmissionError[],
) => void;
