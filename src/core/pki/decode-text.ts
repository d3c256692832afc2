/**
 * Decodes a dropped file as text: UTF-8, or UTF-16 when its byte order mark says so (Windows PowerShell
 * writes `>` that way). A UTF-8 byte order mark is kept as U+FEFF, because some readers trip over it.
 *
 * @returns null for bytes that are no text: not UTF-8, or with NUL characters
 */
export function decodeText(bytes: Uint8Array): string | null {
  const encoding = encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: encoding === 'utf-8' }).decode(
      bytes,
    );
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
