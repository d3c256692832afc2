import type { JsonValue } from '../../manifest/types.ts';
import type { AdmissionError, StructuralSchema } from '../types.ts';
import { invalid } from './admission-errors.ts';
import { fieldText } from './field-text.ts';
import { pathOf, type Place } from './place.ts';
import type { ValidateBelow } from './validate-below.ts';

/**
 * allOf, anyOf, oneOf and not. The line about the combination has no path (`<nil>`); the errors of the branch that
 * came nearest follow it. Source: kube-openapi `schemaPropsValidator`.
 */
export function validateCombinations(
  value: JsonValue,
  schema: StructuralSchema,
  place: Place | null,
  errors: AdmissionError[],
  below: ValidateBelow,
): void {
  const { anyOf, oneOf, allOf, not } = schema;
  if (!anyOf && !oneOf && !allOf && !not) return;
  const ask = (branch: StructuralSchema): readonly AdmissionError[] => {
    const found: AdmissionError[] = [];
    below(value, branch, place, found);
    return found;
  };
  const name = JSON.stringify(fieldText(pathOf(place)));
  const tell = (what: string) => errors.push(invalid(null, '', `${name} ${what}`));
  if (anyOf && anyOf.length > 0) {
    const results = anyOf.map(ask);
    if (results.every((result) => result.length > 0)) {
      tell('must validate at least one schema (anyOf)');
      errors.push(...nearest(results));
    }
  }
  if (oneOf && oneOf.length > 0) {
    const results = oneOf.map(ask);
    const valid = results.filter((result) => result.length === 0).length;
    const lead = 'must validate one and only one schema (oneOf).';
    if (valid === 0) {
      tell(`${lead} Found none valid`);
      errors.push(...nearest(results));
    } else if (valid > 1) {
      tell(`${lead} Found ${String(valid)} valid alternatives`);
    }
  }
  const all = (allOf ?? []).flatMap(ask);
  errors.push(...all);
  if (all.length > 0) tell('must validate all the schemas (allOf)');
  if (not && ask(not).length === 0) tell('must not validate the schema (not)');
}

/** kube-openapi keeps the branch of which most held: the first that fails deepest in the value. */
function nearest(results: readonly (readonly AdmissionError[])[]): readonly AdmissionError[] {
  const depth = (errors: readonly AdmissionError[]) =>
    Math.max(...errors.map(({ path }) => path?.length ?? 0));
  return results.reduce((best, one) => (depth(one) > depth(best) ? one : best));
}
