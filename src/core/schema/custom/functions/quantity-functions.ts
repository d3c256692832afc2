import { failsWith, freeFunction, gives, method } from '../cel/cel-function.ts';
import type { CelFunction, CelOutcome } from '../cel/cel-function.ts';
import { asObject } from '../cel/cel-value.ts';
import type { CelValue } from '../cel/cel-value.ts';
import { addQuantities, compareQuantities, readQuantity } from './quantity.ts';
import type { Quantity } from './quantity.ts';

/**
 * `quantity`, `isQuantity`, comparison and arithmetic of quantities.
 *
 * @see k8s.io/apiserver pkg/cel/library/quantity.go
 */
export const quantityFunctions: readonly CelFunction[] = [
  freeFunction('quantity', 1, ([text]) => {
    if (typeof text !== 'string') return null;
    const quantity = readQuantity(text);
    return quantity === null ? failsWith(unreadable) : gives(toCel(quantity));
  }),
  freeFunction('isQuantity', 1, ([text]) =>
    typeof text === 'string' ? gives(readQuantity(text) !== null) : null,
  ),
  method('sign', 0, ([one]) =>
    unary(one, ({ digits }) => gives(digits === 0n ? 0n : digits < 0n ? -1n : 1n)),
  ),
  method('isInteger', 0, ([one]) => unary(one, (quantity) => gives(asInt(quantity) !== null))),
  method('asInteger', 0, ([one]) =>
    unary(one, (quantity) => {
      const int = asInt(quantity);
      return int === null ? failsWith('cannot convert value to integer') : gives(int);
    }),
  ),
  method('asApproximateFloat', 0, ([one]) =>
    unary(one, ({ digits, scale }) => gives(Number(`${digits.toString()}e${(-scale).toString()}`))),
  ),
  method('isGreaterThan', 1, ([one, other]) =>
    binary(one, other, (a, b) => compareQuantities(a, b) > 0n),
  ),
  method('isLessThan', 1, ([one, other]) =>
    binary(one, other, (a, b) => compareQuantities(a, b) < 0n),
  ),
  method('compareTo', 1, ([one, other]) => binary(one, other, compareQuantities)),
  method('add', 1, ([one, other]) => binary(one, other, (a, b) => toCel(addQuantities(a, b, 1n)))),
  method('sub', 1, ([one, other]) => binary(one, other, (a, b) => toCel(addQuantities(a, b, -1n)))),
];

const unreadable =
  "quantity parse error during conversion from string: quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";

function toCel({ digits, scale }: Quantity): CelValue {
  return { celType: 'quantity', fields: { digits, scale: BigInt(scale) } };
}

function fromCel(value: CelValue | undefined): Quantity | null {
  const fields = asObject(value, 'quantity')?.fields;
  const { digits, scale } = fields ?? {};
  if (typeof digits === 'bigint' && typeof scale === 'bigint') {
    return { digits, scale: Number(scale) };
  }
  return typeof value === 'bigint' ? { digits: value, scale: 0 } : null;
}

function asInt({ digits, scale }: Quantity): bigint | null {
  return scale === 0 && BigInt.asIntN(64, digits) === digits ? digits : null;
}

function unary(
  value: CelValue | undefined,
  run: (quantity: Quantity) => CelOutcome,
): CelOutcome | null {
  const quantity = typeof value === 'bigint' ? null : fromCel(value);
  return quantity === null ? null : run(quantity);
}

function binary(
  one: CelValue | undefined,
  other: CelValue | undefined,
  run: (a: Quantity, b: Quantity) => CelValue,
): CelOutcome | null {
  const b = fromCel(other);
  return b === null ? null : unary(one, (a) => gives(run(a, b)));
}
