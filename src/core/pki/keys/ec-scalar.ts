import { DerReader } from '../der/der-reader.ts';
import { tags } from '../der/tags.ts';

/** The private number of an ECPrivateKey (RFC 5915 §3), left-padded to `width` octets; null when damaged. */
export function ecScalar(inner: Uint8Array, width: number): Uint8Array | null {
  const key = DerReader.over(inner).enter(tags.sequence, 'ECPrivateKey');
  key?.expect(tags.integer, 'version');
  const octets = key?.expect(tags.octetString, 'privateKey');
  if (!key || !octets) return null;
  const content = key.content(octets);
  const extra = content.length - width;
  if (extra > 0 && content.subarray(0, extra).some((octet) => octet !== 0)) return null;
  const scalar = new Uint8Array(width);
  scalar.set(content.subarray(Math.max(extra, 0)), Math.max(-extra, 0));
  return scalar;
}
