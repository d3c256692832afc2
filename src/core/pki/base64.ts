const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Six-bit value per ASCII code; -1 for anything else. */
const VALUES: Int8Array = buildValues();

function buildValues(): Int8Array {
  const values = new Int8Array(128).fill(-1);
  for (let index = 0; index < ALPHABET.length; index += 1)
    values[ALPHABET.charCodeAt(index)] = index;
  return values;
}

/**
 * Decodes standard base64 (RFC 4648 §4). White space between characters is skipped, padding is required;
 * trailing bits that are not zero are accepted, as OpenSSL and Go's default decoder accept them.
 *
 * @returns the bytes, or null when another character, a wrong length or misplaced padding is found
 */
export function decodeBase64(text: string): Uint8Array | null {
  const compact = text.replace(/[ \t\r\n]+/g, '');
  if (compact.length % 4 !== 0) return null;
  const padding = compact.endsWith('==') ? 2 : compact.endsWith('=') ? 1 : 0;
  const length = compact.length - padding;
  const bytes = new Uint8Array((length * 6) >> 3);
  let bits = 0;
  let held = 0;
  let written = 0;
  for (let index = 0; index < length; index += 1) {
    const value = VALUES[compact.charCodeAt(index)] ?? -1;
    if (value < 0) return null;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[written] = (bits >> held) & 0xff;
      written += 1;
    }
  }
  return bytes;
}

/** Encodes bytes as one line of standard base64 with padding (RFC 4648 §4). */
export function encodeBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let index = 0; index < bytes.length; index += 3) {
    const first = bytes[index] ?? 0;
    const second = bytes[index + 1] ?? 0;
    const third = bytes[index + 2] ?? 0;
    const left = bytes.length - index;
    parts.push(
      ALPHABET.charAt(first >> 2),
      ALPHABET.charAt(((first & 3) << 4) | (second >> 4)),
      left > 1 ? ALPHABET.charAt(((second & 15) << 2) | (third >> 6)) : '=',
      left > 2 ? ALPHABET.charAt(third & 63) : '=',
    );
  }
  return parts.join('');
}
