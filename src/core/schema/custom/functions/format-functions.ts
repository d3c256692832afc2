import { freeFunction, gives, method } from '../cel/cel-function.ts';
import type { CelFunction } from '../cel/cel-function.ts';
import { asObject } from '../cel/cel-value.ts';
import { formatChecks } from './format-checks.ts';
import { noValue, optionalOf } from './optional-functions.ts';

/**
 * `format.<name>()`, `format.named(…)` and `validate`, which gives the list of faults or no value.
 *
 * @see k8s.io/apiserver pkg/cel/library/format.go
 */
export const formatFunctions: readonly CelFunction[] = [
  ...Object.keys(formatChecks).map((name) =>
    freeFunction(`format.${name}`, 0, () => gives({ celType: 'format', fields: { name } })),
  ),
  freeFunction('format.named', 1, ([name]) => {
    if (typeof name !== 'string') return null;
    const known = Object.hasOwn(formatChecks, name);
    return gives(known ? optionalOf({ celType: 'format', fields: { name } }) : noValue);
  }),
  method('validate', 1, ([receiver, text]) => {
    const name = asObject(receiver, 'format')?.fields.name;
    const check = typeof name === 'string' ? formatChecks[name] : undefined;
    if (check === undefined || typeof text !== 'string') return null;
    const faults = check(text);
    return gives(faults.length === 0 ? noValue : optionalOf(faults));
  }),
];
