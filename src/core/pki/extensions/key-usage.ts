import { decodeBitString } from '../der/bit-string.ts';
import type { DerReader } from '../der/der-reader.ts';
import { tags } from '../der/tags.ts';
import type { KeyUsageBit } from '../types.ts';

/** Bit 0 first (RFC 5280 §4.2.1.3). */
export const keyUsageBits: readonly KeyUsageBit[] = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
];

/** The bits that are set; an empty list when the extension is there without one. */
export function readKeyUsage(reader: DerReader): readonly KeyUsageBit[] | null {
  const bits = readBits(reader, 'keyUsage');
  if (!bits) return null;
  return keyUsageBits.filter((_, index) => ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0);
}

/** Netscape certificate type: the first octet of its bits (0x80 SSL client, 0x40 SSL server, 0x04 SSL CA …). */
export function readNsCertType(reader: DerReader): number | null {
  const bits = readBits(reader, 'nsCertType');
  return bits ? (bits[0] ?? 0) : null;
}

function readBits(reader: DerReader, what: string): Uint8Array | null {
  const element = reader.expect(tags.bitString, what);
  if (!element) return null;
  const bits = decodeBitString(reader.content(element));
  return bits ? bits.bytes : reader.fail(`${what}: broken BIT STRING`, element.start);
}
