/** A BIT STRING without its unused bits, which read as zero. */
export interface BitString {
  readonly bytes: Uint8Array;
  readonly unusedBits: number;
}

/** Content octets of a BIT STRING (X.690 §8.6); `null` when the unused-bits octet is missing or above 7. */
export function decodeBitString(content: Uint8Array): BitString | null {
  const unusedBits = content[0];
  if (unusedBits === undefined || unusedBits > 7) return null;
  if (content.length === 1 && unusedBits > 0) return null;
  const last = content[content.length - 1] ?? 0;
  const masked = last & (0xff << unusedBits) & 0xff;
  if (content.length === 1 || masked === last) return { bytes: content.subarray(1), unusedBits };
  const bytes = new Uint8Array(content.subarray(1));
  bytes[bytes.length - 1] = masked;
  return { bytes, unusedBits };
}
