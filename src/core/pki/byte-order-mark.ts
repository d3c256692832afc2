/**
 * Length of a UTF-8 byte order mark at the start: 1 where it was decoded to U+FEFF, 3 where each character
 * stands for one byte, 0 without one.
 */
export function byteOrderMarkLength(text: string): 0 | 1 | 3 {
  if (text.startsWith('\uFEFF')) return 1;
  return text.startsWith('\u00EF\u00BB\u00BF') ? 3 : 0;
}
