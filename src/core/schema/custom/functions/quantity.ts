/** A Kubernetes quantity, exact: `digits` / 10^`scale`. */
export interface Quantity {
  readonly digits: bigint;
  readonly scale: number;
}

const binary: Readonly<Record<string, bigint>> = {
  Ki: 1n << 10n,
  Mi: 1n << 20n,
  Gi: 1n << 30n,
  Ti: 1n << 40n,
  Pi: 1n << 50n,
  Ei: 1n << 60n,
};

const decimal: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};

/**
 * `100m`, `1.5Gi`, `1e3`; null for any other text.
 *
 * @see k8s.io/apimachinery pkg/api/resource/quantity.go
 */
export function readQuantity(text: string): Quantity | null {
  const parts =
    /^([+-]?)(\d{0,40})(?:\.(\d{0,40}))?(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?\d{1,2}))?$/.exec(
      text,
    );
  const [, sign = '', whole = '', fraction = '', power, prefix = '', exponent = '0'] = parts ?? [];
  if (parts === null || whole + fraction === '') return null;
  const shift = (decimal[prefix] ?? 0) + Number(exponent);
  const digits = BigInt(whole + fraction) * (binary[power ?? ''] ?? 1n) * (sign === '-' ? -1n : 1n);
  return normal(digits, fraction.length - shift);
}

/** Without trailing zeros behind the point, and with no power of ten above it. */
function normal(digits: bigint, scale: number): Quantity {
  if (scale < 0) return { digits: digits * 10n ** BigInt(-scale), scale: 0 };
  let [value, left] = [digits, scale];
  while (left > 0 && value % 10n === 0n) [value, left] = [value / 10n, left - 1];
  return { digits: value, scale: left };
}

export function addQuantities(a: Quantity, b: Quantity, sign: 1n | -1n): Quantity {
  const scale = Math.max(a.scale, b.scale);
  return normal(atScale(a, scale) + sign * atScale(b, scale), scale);
}

/** Negative, zero or positive. */
export function compareQuantities(a: Quantity, b: Quantity): bigint {
  const difference = addQuantities(a, b, -1n).digits;
  return difference === 0n ? 0n : difference < 0n ? -1n : 1n;
}

function atScale(quantity: Quantity, scale: number): bigint {
  return quantity.digits * 10n ** BigInt(scale - quantity.scale);
}
