import type { JsonValue } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/field.ts';
import type { AdmissionError, StructuralSchema } from '../types.ts';
import { invalid } from './admission-errors.ts';
import { fieldText } from './field-text.ts';
import type { ValidateBelow } from './validate-below.ts';

/**
 * allOf, anyOf, oneOf and not. The line about the combination has no path (`<nil>`); the errors of the branch that
 * came nearest follow it. Source: kube-openapi `schemaPropsValidator`.
 */
export function validateCombinations(
  value: JsonValue,
  schema: StructuralSchema,
  path: FieldPath,
  below: ValidateBelow,
): readonly AdmissionError[] {
  const { anyOf, oneOf, allOf, not } = schema;
  if (!anyOf && !oneOf && !allOf && !not) return [];
  const errors: AdmissionError[] = [];
  const name = JSON.stringify(fieldText(path));
  const tell = (what: string) => errors.push(invalid(null, '', `${name} ${what}`));
  if (anyOf && anyOf.length > 0) {
    const results = anyOf.map((branch) => below(value, branch, path));
    if (results.every((result) => result.length > 0)) {
      tell('must validate at least one schema (anyOf)');
      errors.push(...nearest(results));
    }
  }
  if (oneOf && oneOf.length > 0) {
    const results = oneOf.map((branch) => below(value, branch, path));
    const valid = results.filter((result) => result.length === 0).length;
    if (valid === 0) {
      tell('must validate one and only one schema (oneOf). Found none valid');
      errors.push(...nearest(results));
    } else if (valid > 1) {
      const found = `Found ${String(valid)} valid alternatives`;
      tell(`must validate one and only one schema (oneOf). ${found}`);
    }
  }
  const all = (allOf ?? []).flatMap((branch) => below(value, branch, path));
  errors.push(...all);
  if (all.length > 0) tell('must validate all the schemas (allOf)');
  if (not && below(value, not, path).length === 0) tell('must not validate the schema (not)');
  return errors;
}

/** kube-openapi keeps the branch of which most held: the first that fails deepest in the value. */
function nearest(results: readonly (readonly AdmissionError[])[]): readonly AdmissionError[] {
  const depth = (errors: readonly AdmissionError[]) =>
    Math.max(...errors.map(({ path }) => path?.length ?? 0));
  return results.reduce((best, one) => (depth(one) > depth(best) ? one : best));
}
