/** Bootstring parameters of Punycode (RFC 3492 §5). */
const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;
const maxLabel = 63;

/** A host name with its `xn--` labels as Unicode (`ossl_a2ulabel`); `null` when one of them is broken. */
export function toUnicodeLabels(host: string): string | null {
  const labels = host.split('.').map((label) => {
    return /^xn--/i.test(label) ? decodeLabel(label.slice(4)) : label;
  });
  return labels.includes(null) ? null : labels.join('.');
}

/** RFC 3492 §6.2. */
function decodeLabel(encoded: string): string | null {
  if (encoded.length > maxLabel) return null;
  const delimiter = encoded.lastIndexOf('-');
  const output = Array.from(encoded.slice(0, Math.max(delimiter, 0)), (c) => c.charCodeAt(0));
  let [n, i, bias, at] = [128, 0, 72, delimiter + 1];
  while (at < encoded.length) {
    const started = i;
    let weight = 1;
    for (let k = base; ; k += base) {
      const digit = digitValue(encoded[at++]);
      if (digit === null) return null;
      i += digit * weight;
      const threshold = Math.min(Math.max(k - bias, tMin), tMax);
      if (digit < threshold) break;
      weight *= base - threshold;
      if (weight > 0x7fffffff || i > 0x7fffffff) return null;
    }
    const count = output.length + 1;
    bias = adapt(i - started, count, started === 0);
    n += Math.floor(i / count);
    i %= count;
    if (n > 0x10ffff || (n >= 0xd800 && n <= 0xdfff)) return null;
    output.splice(i++, 0, n);
  }
  return String.fromCodePoint(...output);
}

function digitValue(character: string | undefined): number | null {
  if (character === undefined) return null;
  const value = Number.parseInt(character, base);
  if (Number.isNaN(value)) return null;
  return value < 10 ? value + 26 : value - 10;
}

/** RFC 3492 §6.1. */
function adapt(delta: number, count: number, isFirst: boolean): number {
  let left = Math.floor(delta / (isFirst ? damp : 2));
  left += Math.floor(left / count);
  let k = 0;
  for (; left > ((base - tMin) * tMax) / 2; k += base) left = Math.floor(left / (base - tMin));
  return k + Math.floor(((base - tMin + 1) * left) / (left + skew));
}
