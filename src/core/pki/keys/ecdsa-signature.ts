import { DerReader } from '../der/der-reader.ts';
import { tags } from '../der/tags.ts';
import { encodeDer, encodeUnsigned } from '../der-write.ts';

/** `r ‖ s`, as Web Crypto writes ECDSA signatures, to the DER that X.509 carries (RFC 3279 §2.2.3). */
export function ecdsaToDer(raw: Uint8Array): Uint8Array {
  const half = raw.length / 2;
  return encodeDer(
    tags.sequence,
    encodeUnsigned(raw.subarray(0, half)),
    encodeUnsigned(raw.subarray(half)),
  );
}

/** The way back, each number `width` octets wide; null when the DER is no such signature. */
export function ecdsaFromDer(der: Uint8Array, width: number): Uint8Array | null {
  const pair = DerReader.over(der).enter(tags.sequence, 'ECDSA-Sig-Value');
  const raw = new Uint8Array(width * 2);
  for (const end of [width, width * 2]) {
    const element = pair?.expect(tags.integer, 'r or s');
    if (!pair || !element) return null;
    const number = withoutLeadingZeros(pair.content(element));
    if (number.length > width) return null;
    raw.set(number, end - number.length);
  }
  return raw;
}

function withoutLeadingZeros(octets: Uint8Array): Uint8Array {
  const first = octets.findIndex((octet) => octet !== 0);
  return first === -1 ? new Uint8Array() : octets.subarray(first);
}
