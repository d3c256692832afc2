import { decodeKubernetesBase64 } from '../../pki/kubernetes-base64.ts';

/** A block that Go's `pem.Decode` returns. */
export interface GoPemBlock {
  readonly type: string;
  /** Whether lines such as `Proc-Type: 4` stand before the data. */
  readonly hasHeaders: boolean;
  readonly bytes: Uint8Array;
}

const BEGIN = '-----BEGIN ';
const END = '\n-----END ';
const DASHES = '-----';

/**
 * All blocks that repeated calls of Go's `pem.Decode` return. It is stricter than OpenSSL about where a
 * block begins (the start of a line, no byte order mark) and skips what it cannot decode without a word.
 *
 * @param text one character a byte
 * @see Go 1.26 src/encoding/pem/pem.go `Decode`
 */
export function goPemBlocks(text: string): readonly GoPemBlock[] {
  const blocks: GoPemBlock[] = [];
  let from = 0;
  for (let end = text.indexOf(END, from); end !== -1; end = text.indexOf(END, from)) {
    const begin = text.lastIndexOf(BEGIN, end - BEGIN.length);
    const afterEnd = end + END.length;
    const startsLine = begin === from || text.charAt(begin - 1) === '\n';
    if (begin < from || !startsLine) {
      from = afterEnd;
      continue;
    }
    const block = decodeBlock(text, begin + BEGIN.length, end);
    if (block !== null) blocks.push(block);
    from = block === null ? afterEnd : lineAt(text, afterEnd).next;
  }
  return blocks;
}

/** `from` stands behind the BEGIN marker, `end` at the line end before the END marker. */
function decodeBlock(text: string, from: number, end: number): GoPemBlock | null {
  const typeLine = lineAt(text, from);
  if (!typeLine.text.endsWith(DASHES)) return null;
  const type = typeLine.text.slice(0, -DASHES.length);
  const body = skipHeaders(text, typeLine.next);
  const start = end + END.length;
  const trailer = text.slice(start, start + type.length + DASHES.length);
  if (trailer !== type + DASHES) return null;
  if (lineAt(text, start + trailer.length).text !== '') return null;
  // Headers need a line end of their own before END; an empty block has none.
  if (body > end + 1 || (body > end && body !== typeLine.next)) return null;
  const decoded = decodeKubernetesBase64(text.slice(body, end).replace(/[ \t]/g, ''));
  return decoded.ok ? { type, hasHeaders: body !== typeLine.next, bytes: decoded.bytes } : null;
}

/** Header lines have a colon; the first line without one begins the data. */
function skipHeaders(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const line = lineAt(text, at);
    if (!line.text.includes(':')) break;
    at = line.next;
  }
  return at;
}

/** Go `getLine`: without the line end and the blanks before it. */
function lineAt(text: string, from: number): { readonly text: string; readonly next: number } {
  const newline = text.indexOf('\n', from);
  const next = newline === -1 ? text.length : newline + 1;
  const line = text.slice(from, newline === -1 ? text.length : newline);
  return { text: line.replace(/\r$/, newline === -1 ? '$&' : '').replace(/[ \t]+$/, ''), next };
}
