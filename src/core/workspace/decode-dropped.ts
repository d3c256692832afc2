import type { WorkspaceFile } from '../model/index.ts';

export interface DecodedText {
  /** A UTF-8 byte order mark stays as U+FEFF, so that the bytes can be written back. */
  readonly text: string;
  readonly encoding: WorkspaceFile['encoding'] | 'utf-8';
}

/** More broken bytes than this share, and it is no text that was damaged but something else. */
const MOST_BROKEN = 0.02;

/**
 * Decodes a dropped file: UTF-16 when its byte order mark says so, else UTF-8, in which a few broken bytes (a Latin-1
 * comment) become U+FFFD.
 *
 * @returns null for bytes that are no text
 */
export function decodeDropped(bytes: Uint8Array): DecodedText | null {
  const encoding = byteOrderMark(bytes);
  const text = new TextDecoder(encoding, { ignoreBOM: encoding === 'utf-8' }).decode(bytes);
  const broken = count(text, /\uFFFD/g);
  const control = controlCharacters(text);
  if (text.includes('\0') || broken + control > Math.max(4, text.length * MOST_BROKEN)) return null;
  if (encoding === 'utf-8') {
    const lossy = broken > 0 && !isValidUtf8(bytes);
    return { text, encoding: lossy ? 'utf-8-with-errors' : encoding };
  }
  return { text, encoding };
}

function byteOrderMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** C0 characters that text does not have; escape (coloured terminal output) is let through. */
function controlCharacters(text: string): number {
  let found = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1b) found += 1;
  }
  return found;
}

/** U+FFFD may stand in the file itself. */
function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
