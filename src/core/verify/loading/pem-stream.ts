import { decodeBase64 } from '../../pki/base64.ts';

/** Why `PEM_read_bio` stopped; `silent` leaves nothing in OpenSSL's error queue. */
export type PemStop =
  'no-start-line' | 'bad-end-line' | 'bad-base64-decode' | 'not-proc-type' | 'silent';

/** One block as `PEM_read_bio` returns it; `header` is what stood before an inner blank line. */
export interface StreamBlock {
  readonly label: string;
  readonly header: string;
  readonly der: Uint8Array;
}

/** The blocks read before `stop`; a sound file ends with `no-start-line`. */
export interface PemStream {
  readonly blocks: readonly StreamBlock[];
  readonly stop: PemStop;
}

const BEGIN = '-----BEGIN ';
const END = '-----END ';
const TAIL = '-----';
/** `LINESIZE - 1`: what one `BIO_gets` can return. */
const LINE_LIMIT = 254;

/**
 * Reads PEM text block by block exactly as nginx does through OpenSSL: lines before a BEGIN line are
 * skipped, an indented BEGIN line is no BEGIN line, a byte order mark and trailing blanks do not matter,
 * and the first damaged block ends the reading, whatever its label.
 *
 * @param text file content, one char a byte where it is not UTF-8 text
 * @see OpenSSL 3 crypto/pem/pem_lib.c `PEM_read_bio_ex`, `get_name`, `get_header_and_data`, `sanitize_line`
 */
export function readPemStream(text: string): PemStream {
  const lines = new LineReader(text);
  const blocks: StreamBlock[] = [];
  for (;;) {
    const label = readName(lines);
    if (label === null) return { blocks, stop: 'no-start-line' };
    const body = readBody(lines, label);
    if (typeof body === 'string') return { blocks, stop: body };
    const der = decodeBase64(untilDash(body.data));
    if (der === null) return { blocks, stop: 'bad-base64-decode' };
    if (der.length === 0) return { blocks, stop: 'silent' };
    blocks.push({ label, header: body.header, der });
  }
}

/** `BIO_gets` with OpenSSL's line buffer: long lines arrive in pieces. */
class LineReader {
  readonly #text: string;
  #position: number;

  constructor(text: string) {
    this.#text = text;
    this.#position = startAfterByteOrderMark(text);
  }

  /** The next piece with its line end, or null at the end of the file. */
  next(): string | null {
    if (this.#position >= this.#text.length) return null;
    const newline = this.#text.indexOf('\n', this.#position);
    const lineEnd = newline === -1 ? this.#text.length : newline + 1;
    const end = Math.min(lineEnd, this.#position + LINE_LIMIT);
    const piece = this.#text.slice(this.#position, end);
    this.#position = end;
    return piece;
  }
}

function startAfterByteOrderMark(text: string): number {
  if (text.startsWith('\uFEFF')) return 1;
  return text.startsWith('\u00EF\u00BB\u00BF') ? 3 : 0;
}

/** `sanitize_line` with PEM_FLAG_EAY_COMPATIBLE. */
function trimEnd(line: string): string {
  let end = line.length;
  while (end > 0 && line.charCodeAt(end - 1) <= 0x20) end -= 1;
  return line.slice(0, end);
}

function readName(lines: LineReader): string | null {
  for (;;) {
    const line = lines.next();
    if (line === null) return null;
    const text = trimEnd(line);
    if (text.startsWith(BEGIN) && text.endsWith(TAIL) && text.length >= BEGIN.length + TAIL.length)
      return text.slice(BEGIN.length, -TAIL.length);
  }
}

interface Body {
  readonly header: string;
  readonly data: string;
}

/** RFC 1421 headers and the base64 lines of one block, or the reason that ends the reading. */
function readBody(lines: LineReader, label: string): Body | PemStop {
  const parts = { before: '', after: '' };
  let blankSeen = false;
  let shortLineSeen = false;
  let partial = false;
  for (;;) {
    const raw = lines.next();
    if (raw === null) return 'bad-end-line';
    const previousPartial = partial;
    partial = raw.length === LINE_LIMIT && !raw.endsWith('\n');
    const line = trimEnd(raw);
    if (line === '') {
      if (previousPartial) continue;
      if (blankSeen) return 'bad-end-line';
      blankSeen = true;
      continue;
    }
    if (line.startsWith(END)) {
      if (line !== `${END}${label}${TAIL}`) return 'bad-end-line';
      return blankSeen
        ? { header: parts.before, data: parts.after }
        : { header: '', data: parts.before };
    }
    if (shortLineSeen) return 'bad-end-line';
    if (!blankSeen) {
      parts.before += `${line}\n`;
      continue;
    }
    // Only after a blank line, where encrypted data stands, is the line length checked.
    if (line.length > 64) return 'silent';
    shortLineSeen = line.length < 64;
    parts.after += `${line}\n`;
  }
}

/** `EVP_DecodeUpdate` takes a '-' for the end of the data. */
function untilDash(data: string): string {
  const dash = data.indexOf('-');
  return dash === -1 ? data : data.slice(0, dash);
}
