import { DerReader } from '../../pki/der/derReader.ts';
import { isMinimalInteger } from '../../pki/der/integer.ts';
import { tags } from '../../pki/der/tags.ts';

/**
 * ECDSA-Sig-Value (RFC 3279 §2.2.3) as `r‖s`, each `width` octets; `null` when it is not strict DER, negative or
 * too long. OpenSSL re-encodes and compares, so that sloppy DER fails there too.
 */
export function ecdsaSignatureToRaw(signature: Uint8Array, width: number): Uint8Array | null {
  const reader = DerReader.over(signature);
  const body = reader.enter(tags.sequence, 'ECDSA-Sig-Value');
  const r = body?.expect(tags.integer, 'r');
  const s = body?.expect(tags.integer, 's');
  if (!body || !r || !s || !body.finished('ECDSA-Sig-Value')) return null;
  if (!reader.finished('ECDSA-Sig-Value')) return null;
  const raw = new Uint8Array(2 * width);
  const fits =
    place(body.content(r), raw.subarray(0, width)) && place(body.content(s), raw.subarray(width));
  return fits ? raw : null;
}

function place(integer: Uint8Array, into: Uint8Array): boolean {
  if (!isMinimalInteger(integer) || ((integer[0] ?? 0) & 0x80) !== 0) return false;
  const magnitude = integer[0] === 0 ? integer.subarray(1) : integer;
  if (magnitude.length > into.length) return false;
  into.set(magnitude, into.length - magnitude.length);
  return true;
}
