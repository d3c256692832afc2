import { failsWith, freeFunction, gives, method } from '../cel/cel-function.ts';
import type { CelFunction } from '../cel/cel-function.ts';
import type { CelValue } from '../cel/cel-value.ts';
import { asObject } from '../cel/cel-value.ts';

export const noValue: CelValue = { celType: 'optional', fields: {} };

export function optionalOf(value: CelValue): CelValue {
  return { celType: 'optional', fields: { value } };
}

/**
 * `optional.none`, `optional.of`, `hasValue`, `value`, `or`, `orValue`.
 *
 * @see github.com/google/cel-go cel/library.go OptionalTypes
 */
export const optionalFunctions: readonly CelFunction[] = [
  freeFunction('optional.none', 0, () => gives(noValue)),
  freeFunction('optional.of', 1, ([value]) => gives(optionalOf(value ?? null))),
  freeFunction('optional.ofNonZeroValue', 1, ([value = null]) =>
    gives(isZero(value) ? noValue : optionalOf(value)),
  ),
  method('hasValue', 0, ([receiver]) => {
    const optional = asObject(receiver, 'optional');
    return optional && gives(optional.fields.value !== undefined);
  }),
  method('value', 0, ([receiver]) => {
    const optional = asObject(receiver, 'optional');
    const value = optional?.fields.value;
    return (
      optional && (value === undefined ? failsWith('optional.none() dereference') : gives(value))
    );
  }),
  method('or', 1, ([receiver, other = null]) => {
    const optional = asObject(receiver, 'optional');
    return optional && gives(optional.fields.value === undefined ? other : optional);
  }),
  method('orValue', 1, ([receiver, other = null]) => {
    const optional = asObject(receiver, 'optional');
    return optional && gives(optional.fields.value ?? other);
  }),
];

function isZero(value: CelValue): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (value instanceof Map) return value.size === 0;
  return value === null || value === '' || value === 0 || value === 0n || value === false;
}
