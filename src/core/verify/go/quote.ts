const ESCAPES: Readonly<Record<number, string>> = {
  0x07: '\\a',
  0x08: '\\b',
  0x09: '\\t',
  0x0a: '\\n',
  0x0b: '\\v',
  0x0c: '\\f',
  0x0d: '\\r',
  0x22: '\\"',
  0x5c: '\\\\',
};

/**
 * A byte string as Go's `%q` prints it: control characters and broken UTF-8 as `\xNN`.
 *
 * @see Go strconv `Quote`
 */
export function goQuote(bytes: Uint8Array): string {
  let text = '"';
  for (let at = 0; at < bytes.length;) {
    const width = sequenceLength(bytes, at);
    const byte = bytes[at] ?? 0;
    if (width > 1) text += new TextDecoder().decode(bytes.subarray(at, at + width));
    else if (width === 0 || byte < 0x20 || byte === 0x7f || byte === 0x22 || byte === 0x5c)
      text += ESCAPES[byte] ?? `\\x${byte.toString(16).padStart(2, '0')}`;
    else text += String.fromCharCode(byte);
    at += Math.max(width, 1);
  }
  return `${text}"`;
}

/** Octets of the UTF-8 sequence at `at`, 0 when it is broken. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const width = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(at, at + width));
    return first < 0xc2 ? 0 : width;
  } catch {
    return 0;
  }
}
