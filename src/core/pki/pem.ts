import type { TextRange } from '../model/index.ts';
import { decodeBase64 } from './base64.ts';
import { byteOrderMarkLength } from './byte-order-mark.ts';
import { findHtmlEntity } from './html-entities.ts';
import type { PemBlock, PemProblem } from './types.ts';

const BEGIN = /-----BEGIN ([^\r\n-]{1,64})-----/g;
const END = /-----END ([^\r\n-]{1,64})-----/;

/** A backslash and an `n` (or `r`), as JSON and Go strings print a line end. */
export const ESCAPED_NEWLINE = /\\r\\n|\\{1,2}n|\\r/;

/** Blocks read of one text; trust bundles have a few hundred. */
export const PEM_BLOCK_LIMIT = 10_000;

/**
 * Finds every PEM block of a text, surrounding prose, CRLF, a byte order mark, trailing blanks, several
 * blocks and base64 on one line included. A block that OpenSSL's `PEM_read_bio` (and so nginx and Envoy)
 * would skip or refuse has `problem` and no `der`; `repairPem` tells what it would be.
 *
 * Never throws, and reads {@link PEM_BLOCK_LIMIT} blocks at most. Only the text is read: whether the DER is a certificate is not decided here.
 * Sources: RFC 7468, RFC 1421 §4.6 (headers); OpenSSL crypto/pem/pem_lib.c `get_name`, `get_header_and_data`.
 */
export function readPem(text: string): PemBlock[] {
  const begins: RegExpMatchArray[] = [];
  for (const match of text.matchAll(BEGIN)) {
    begins.push(match);
    if (begins.length > PEM_BLOCK_LIMIT) break;
  }
  return begins.slice(0, PEM_BLOCK_LIMIT).flatMap((match, index) => {
    const start = match.index ?? 0;
    const next = begins[index + 1]?.index ?? text.length;
    const block = readBlock(text, start, match[0].length, match[1] ?? '', next);
    return block === null ? [] : [block];
  });
}

function readBlock(
  text: string,
  start: number,
  beginLength: number,
  label: string,
  limit: number,
): PemBlock | null {
  const bodyStart = start + beginLength;
  const end = END.exec(text.slice(bodyStart, limit));
  const bodyEnd = end === null ? endOfBody(text, bodyStart, limit) : bodyStart + end.index;
  const range = { start, end: end === null ? bodyEnd : bodyEnd + end[0].length };
  const body = text.slice(bodyStart, bodyEnd);
  if (isProse(text, start, body, end !== null)) return null;
  const { headers, data } = splitHeaders(body);
  const frame = frameProblem(text, range, { bodyStart, bodyEnd, label, endLabel: end?.[1] });
  if (frame !== null) return { label, range, headers, problem: bodyProblem(data) ?? frame };
  const problem = bodyProblem(data);
  if (problem !== null) return { label, range, headers, problem };
  const der = decodeBase64(data);
  if (der === null || der.length === 0) return { label, range, headers, problem: 'bad-base64' };
  if (hasBlankLine(data)) return { label, range, headers, problem: 'blank-line' };
  return { label, range, headers, der };
}

/** A sentence that merely mentions a BEGIN line is no block: text stands before it and no base64 after it. */
function isProse(text: string, start: number, body: string, hasEnd: boolean): boolean {
  const first = byteOrderMarkLength(text);
  let at = start;
  while (at > first && /[^\S\n]/.test(text.charAt(at - 1))) at -= 1;
  if (at === first || text[at - 1] === '\n') return false;
  return !(hasEnd && /^[\s\\nr"]*[A-Za-z0-9+/&#;]{16}/.test(body));
}

/** Without an END line the body ends with the last line that can still be base64. */
function endOfBody(text: string, from: number, limit: number): number {
  const [firstLine = '', ...lines] = text.slice(from, limit).split('\n');
  let end = from;
  let at = from + firstLine.length;
  for (const line of lines) {
    if (!/^\s*[A-Za-z0-9+/=&#;]+\s*$/.test(line)) break;
    end = at + 1 + line.trimEnd().length;
    at += 1 + line.length;
  }
  return end;
}

interface Frame {
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly label: string;
  readonly endLabel: string | undefined;
}

/** What is wrong with the BEGIN and END lines, or null. */
function frameProblem(text: string, range: TextRange, frame: Frame): PemProblem | null {
  const body = text.slice(frame.bodyStart, frame.bodyEnd);
  if (!body.includes('\n')) {
    if (ESCAPED_NEWLINE.test(body)) return 'escaped-newlines';
    if (frame.endLabel !== undefined) return 'one-line';
  }
  if (!startsLine(text, range.start)) return 'indented';
  if (frame.endLabel === undefined) return 'no-end-line';
  if (frame.endLabel !== frame.label) return 'bad-end-line';
  if (
    !startsLine(text, frame.bodyEnd) ||
    !/^[^\S\n]*(?:\n|$)/.test(text.slice(range.end, range.end + 200))
  )
    return 'bad-end-line';
  return /^[^\S\n]*\n/.test(body) ? null : 'one-line';
}

function startsLine(text: string, position: number): boolean {
  return position === byteOrderMarkLength(text) || text[position - 1] === '\n';
}

function bodyProblem(data: string): PemProblem | null {
  return findHtmlEntity(data) === null ? null : 'html-escaped';
}

/** OpenSSL takes what stands before an inner blank line for headers and then refuses them. */
function hasBlankLine(data: string): boolean {
  return /\n[^\S\n]*\n/.test(data.trim());
}

/** RFC 1421 §4.6: header lines have a colon and end with a blank line; base64 never has a colon. */
function splitHeaders(body: string): { headers: string[]; data: string } {
  const lines = body.replace(/^[^\S\n]*\n/, '').split('\n');
  if (!(lines[0] ?? '').includes(':')) return { headers: [], data: body };
  const blank = lines.findIndex((line) => line.trim() === '');
  const stop = blank === -1 ? lines.findIndex((line) => !/^\s|:/.test(line)) : blank;
  const at = stop === -1 ? lines.length : stop;
  return {
    headers: lines.slice(0, at).map((line) => line.trim()),
    data: lines.slice(at).join('\n'),
  };
}
