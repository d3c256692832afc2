import type { JsonObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/field.ts';
import type { AdmissionError, AdmissionErrorType, StructuralSchema } from '../types.ts';
import { rulesNotChecked } from './admission-errors.ts';
import { applyDefaults } from './apply-defaults.ts';
import { fieldText } from './field-text.ts';
import { isObject } from './json.ts';
import { checkListTypes } from './check-list-types.ts';
import { prune } from './prune.ts';
import { checkRules } from './check-rules.ts';
import { validateValue } from './validate-value.ts';

/** What the schema alone decides. */
export interface StructuralResult {
  readonly errors: readonly AdmissionError[];
  readonly unknownFields: readonly FieldPath[];
  readonly value: JsonObject;
}

/** Errors that keep rules from being asked. Source: apiextensions-apiserver `hasBlockingErr`. */
const BLOCKING: ReadonlySet<AdmissionErrorType> = new Set<AdmissionErrorType>([
  'NotSupported',
  'Required',
  'TooLong',
  'TooMany',
  'TypeInvalid',
]);

/**
 * One object against one schema, in the server's order: unknown fields go, defaults come, then the schema, sets and
 * list-maps, and the rules last. With `dropsStatus` the status goes before anything is checked.
 * Source: apiextensions-apiserver `registry/customresource/strategy.go` PrepareForCreate, Validate.
 */
export function admitStructurally(
  object: JsonObject,
  schema: StructuralSchema,
  dropsStatus = false,
): StructuralResult {
  const unknownFields: FieldPath[] = [];
  const pruned = prune(object, schema, [], (path) => unknownFields.push(path), true);
  const filled = applyDefaults(pruned, schema);
  const whole = isObject(filled) ? filled : object;
  const value = dropsStatus ? withoutStatus(whole) : whole;
  const errors: AdmissionError[] = [];
  validateValue(value, schema, null, errors);
  checkListTypes(value, schema, null, errors);
  const blocked = errors.some(({ type }) => BLOCKING.has(type));
  if (blocked) errors.push(rulesNotChecked);
  else checkRules(value, schema, null, errors);
  const byText = (a: FieldPath, b: FieldPath) => (fieldText(a) < fieldText(b) ? -1 : 1);
  return { errors, unknownFields: unknownFields.sort(byText), value };
}

function withoutStatus(object: JsonObject): JsonObject {
  if (!Object.hasOwn(object, 'status')) return object;
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== 'status'));
}
