import type { CurveDomain } from './certificate-curves.ts';
import { octetsToBigInt } from './der/integer.ts';

type Equation = Pick<CurveDomain, 'fieldBits' | 'p' | 'a' | 'b'>;

/**
 * Whether octets are a point of the curve (SEC 1 §2.3.4), as `EC_POINT_oct2point` asks when OpenSSL loads a key:
 * compressed (02, 03), uncompressed (04) or hybrid (06, 07), coordinates below p, on the curve. Not the point at
 * infinity.
 */
export function isCurvePoint(octets: Uint8Array, curve: Equation): boolean {
  const width = Math.ceil(curve.fieldBits / 8);
  const form = octets[0];
  const x = octetsToBigInt(octets.subarray(1, 1 + width));
  if (x >= curve.p) return false;
  const square = mod((x * x + curve.a) * x + curve.b, curve.p);
  if (form === 0x02 || form === 0x03) {
    return octets.length === 1 + width && isSquare(square, curve.p);
  }
  if (octets.length !== 1 + 2 * width) return false;
  const y = octetsToBigInt(octets.subarray(1 + width));
  if (y >= curve.p || mod(y * y, curve.p) !== square) return false;
  return form === 0x04 || ((form === 0x06 || form === 0x07) && BigInt(form & 1) === (y & 1n));
}

function mod(value: bigint, p: bigint): bigint {
  const rest = value % p;
  return rest < 0n ? rest + p : rest;
}

/** Euler's criterion. */
function isSquare(value: bigint, p: bigint): boolean {
  if (value === 0n) return true;
  let result = 1n;
  let factor = value;
  for (let left = (p - 1n) / 2n; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * factor) % p;
    factor = (factor * factor) % p;
  }
  return result === 1n;
}
