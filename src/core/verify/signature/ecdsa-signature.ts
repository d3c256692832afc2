import { DerReader } from '../../pki/der/der-reader.ts';
import { isMinimalInteger } from '../../pki/der/integer.ts';
import { tags } from '../../pki/der/tags.ts';

/** The two numbers of an ECDSA or DSA signature, big-endian without leading zeros. */
export interface SignatureNumbers {
  readonly r: Uint8Array;
  readonly s: Uint8Array;
}

/**
 * ECDSA-Sig-Value and Dss-Sig-Value (RFC 3279 §2.2.2, §2.2.3); `null` when not strict DER or negative. OpenSSL
 * re-encodes and compares, so that sloppy DER fails there too.
 */
export function decodeSignatureNumbers(signature: Uint8Array): SignatureNumbers | null {
  const what = 'signature';
  const reader = DerReader.over(signature);
  const body = reader.enter(tags.sequence, what);
  const r = body?.expect(tags.integer, 'r');
  const s = body?.expect(tags.integer, 's');
  if (!body || !r || !s || !body.finished(what) || !reader.finished(what)) return null;
  const numbers = { r: magnitude(body.content(r)), s: magnitude(body.content(s)) };
  return numbers.r && numbers.s ? { r: numbers.r, s: numbers.s } : null;
}

/** The same as `r‖s`, each `width` octets; `null` also when one is longer. */
export function ecdsaSignatureToRaw(signature: Uint8Array, width: number): Uint8Array | null {
  const numbers = decodeSignatureNumbers(signature);
  if (!numbers || numbers.r.length > width || numbers.s.length > width) return null;
  const raw = new Uint8Array(2 * width);
  raw.set(numbers.r, width - numbers.r.length);
  raw.set(numbers.s, 2 * width - numbers.s.length);
  return raw;
}

function magnitude(integer: Uint8Array): Uint8Array | null {
  if (!isMinimalInteger(integer) || ((integer[0] ?? 0) & 0x80) !== 0) return null;
  return integer[0] === 0 ? integer.subarray(1) : integer;
}
