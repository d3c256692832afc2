import type { JsonValue } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/field.ts';
import type { AdmissionError, RuleFailure, StructuralSchema, ValidationRule } from '../types.ts';
import { duplicate, forbidden, invalid, required } from './admission-errors.ts';
import { isList, isObject } from './json.ts';

const carriesRules = new WeakMap<StructuralSchema, boolean>();

/**
 * The rules of `x-kubernetes-validations` that a value breaks: those of a level before those below it.
 * Source: apiextensions-apiserver `schema/cel/validation.go`.
 */
export function ruleErrors(
  value: JsonValue,
  schema: StructuralSchema,
  path: FieldPath,
): readonly AdmissionError[] {
  if (!hasRules(schema) || value === null) return [];
  const errors = (schema.rules ?? []).flatMap((rule) => broken(rule, value, schema, path));
  if (isList(value)) {
    const { items } = schema;
    if (items && hasRules(items)) {
      errors.push(...value.flatMap((item, index) => ruleErrors(item, items, [...path, index])));
    }
    return errors;
  }
  if (!isObject(value)) return errors;
  const { properties = {}, additionalProperties } = schema;
  for (const [key, one] of Object.entries(value)) {
    const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    if (known) errors.push(...ruleErrors(one, known, [...path, key]));
  }
  return errors;
}

/** Remembered per schema: most branches of an object carry no rule at all. */
function hasRules(schema: StructuralSchema): boolean {
  const known = carriesRules.get(schema);
  if (known !== undefined) return known;
  const below = [
    ...Object.values(schema.properties ?? {}),
    ...[schema.additionalProperties, schema.items].filter((one) => one !== undefined),
  ];
  const found = (schema.rules?.length ?? 0) > 0 || below.some(hasRules);
  carriesRules.set(schema, found);
  return found;
}

function broken(
  rule: ValidationRule,
  value: JsonValue,
  schema: StructuralSchema,
  path: FieldPath,
): readonly AdmissionError[] {
  if (rule.transition) return [];
  const outcome = rule.check(value);
  if (outcome === true) return [];
  const at = [...path, ...(rule.fieldPath ?? [])];
  const detail = outcome === false ? rule.message : textOf(outcome, rule);
  return [{ ...reasoned(rule, at, schema.type ?? 'object', detail), rule: rule.id }];
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
