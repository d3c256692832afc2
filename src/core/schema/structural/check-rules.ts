import type { JsonValue } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/field.ts';
import type { AdmissionError, RuleFailure, StructuralSchema, ValidationRule } from '../types.ts';
import { duplicate, forbidden, invalid, required } from './admission-errors.ts';
import { anySchemaBelow } from './any-schema-below.ts';
import { isList } from './json.ts';
import { pathOf, type Place } from './place.ts';

const hasRules = anySchemaBelow(({ rules = [] }) => rules.some(({ transition }) => !transition));

/**
 * Adds the rules of `x-kubernetes-validations` that a value breaks: those of a level before those below it.
 * Source: apiextensions-apiserver `schema/cel/validation.go`.
 */
export function checkRules(
  value: JsonValue,
  schema: StructuralSchema,
  place: Place | null,
  errors: AdmissionError[],
): void {
  if (value === null || !hasRules(schema)) return;
  for (const rule of schema.rules ?? []) checkRule(rule, value, schema, place, errors);
  if (typeof value !== 'object') return;
  if (isList(value)) {
    const { items } = schema;
    if (items === undefined || !hasRules(items)) return;
    for (const [step, item] of value.entries()) {
      checkRules(item, items, { parent: place, step }, errors);
    }
    return;
  }
  const { properties = {}, additionalProperties } = schema;
  for (const step of Object.keys(value)) {
    const known = Object.hasOwn(properties, step) ? properties[step] : additionalProperties;
    const one = value[step];
    if (known && one !== undefined) checkRules(one, known, { parent: place, step }, errors);
  }
}

function checkRule(
  rule: ValidationRule,
  value: JsonValue,
  schema: StructuralSchema,
  place: Place | null,
  errors: AdmissionError[],
): void {
  if (rule.transition) return;
  const outcome = rule.check(value);
  if (outcome === true) return;
  const path = [...pathOf(place), ...(rule.fieldPath ?? [])];
  const detail = outcome === false ? rule.message : textOf(outcome, rule);
  errors.push({ ...reasoned(rule, path, schema.type ?? 'object', detail), rule: rule.id });
}

function textOf(failure: RuleFailure, rule: ValidationRule): string {
  if (failure.kind === 'message') return failure.message;
  return `${failure.error} evaluating rule: ${rule.message}`;
}

/** `fieldErrorForReason`: the bad value is the name of its type. */
function reasoned(rule: ValidationRule, path: FieldPath, type: string, detail: string) {
  switch (rule.reason) {
    case 'FieldValueForbidden':
      return forbidden(path, detail);
    case 'FieldValueRequired':
      return required(path, detail);
    case 'FieldValueDuplicate':
      return duplicate(path, type);
    case 'FieldValueInvalid':
    case undefined:
      return invalid(path, type, detail);
    default:
      return rule.reason satisfies never;
  }
}
