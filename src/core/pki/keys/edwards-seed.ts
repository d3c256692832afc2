import { DerReader } from '../der/der-reader.ts';
import { tags } from '../der/tags.ts';

/** The seed inside CurvePrivateKey (RFC 8410 §7: an OCTET STRING in the OCTET STRING), or null. */
export function edwardsSeed(inner: Uint8Array): Uint8Array | null {
  const reader = DerReader.over(inner);
  const seed = reader.expect(tags.octetString, 'CurvePrivateKey');
  return seed === null ? null : reader.content(seed);
}
