import { bytesToHex } from '@noble/hashes/utils.js';

/** Whether content octets are a DER INTEGER: not empty and in the shortest form (X.690 §8.3.2). */
export function isMinimalInteger(content: Uint8Array): boolean {
  const first = content[0];
  if (first === undefined) return false;
  const second = content[1];
  if (second === undefined) return true;
  return !(first === 0x00 && second < 0x80) && !(first === 0xff && second >= 0x80);
}

/** INTEGER content as lower-case hex without leading zeros; negative values begin with `-`. */
export function integerToHex(content: Uint8Array): string {
  const negative = ((content[0] ?? 0) & 0x80) !== 0;
  const magnitude = negative ? negate(content) : content;
  const digits = bytesToHex(magnitude).replace(/^0+(?=.)/, '');
  return negative ? `-${digits}` : digits;
}

/** INTEGER content as a number; magnitudes past 2^53 are clamped, the sign stays. */
export function integerToNumber(content: Uint8Array): number {
  const text = integerToHex(content);
  const negative = text.startsWith('-');
  const digits = negative ? text.slice(1) : text;
  const magnitude = digits.length > 13 ? Number.MAX_SAFE_INTEGER : Number.parseInt(digits, 16);
  return negative ? -magnitude : magnitude;
}

/** Unsigned big-endian octets as a bigint. */
export function octetsToBigInt(content: Uint8Array): bigint {
  return content.length === 0 ? 0n : BigInt(`0x${bytesToHex(content)}`);
}

/** Number of significant bits of unsigned big-endian octets. */
export function bitLength(content: Uint8Array): number {
  let at = 0;
  while (at < content.length && content[at] === 0) at++;
  const top = content[at];
  if (top === undefined) return 0;
  return (content.length - at - 1) * 8 + (32 - Math.clz32(top));
}

function negate(content: Uint8Array): Uint8Array {
  const out = new Uint8Array(content.length);
  let carry = 1;
  for (let at = content.length - 1; at >= 0; at--) {
    const value = ((content[at] ?? 0) ^ 0xff) + carry;
    out[at] = value & 0xff;
    carry = value >> 8;
  }
  return carry ? Uint8Array.of(1, ...out) : out;
}
