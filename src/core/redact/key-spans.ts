import type { TextRange } from '../model/index.ts';
import { sniffBytes } from '../pki/sniff.ts';

/** A stretch of text that is a private key, or encodes one. */
export interface KeySpan {
  readonly range: TextRange;
  /** `pem` text as it is; else what the base64 decodes to, one character a byte. */
  readonly found: { readonly kind: 'pem' } | { readonly kind: 'base64'; readonly decoded: string };
}

// Stand-ins for keys that were removed before (`pki/keys/key-stand-in.ts`) hold none.
const PEM_KEY =
  /-----BEGIN (?!REMOVED PRIVATE KEY-----)[A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|(?=-----BEGIN )|$)/g;
/** Base64 of any alphabet, also over several lines; a line on which something else follows ends it. */
const BASE64_RUN =
  /[A-Za-z0-9+/_-]{16,}={0,2}(?:[ \t]*\r?\n[ \t]*[A-Za-z0-9+/][A-Za-z0-9+/_-]*={0,2}(?=[ \t]*(?:\r?\n|$|["'])))*/g;
const SHORTEST_KEY = 40;
const MAX_NESTING = 3;

/**
 * Every private key in `text`, whatever holds it: PEM, and base64 (also of base64) of PEM, of PKCS#8, PKCS#1 or SEC1, of
 * an encrypted key, a PKCS#12 file or a Java keystore. Found by content, never by field name: a key in a ConfigMap counts.
 * In order, without overlaps.
 */
export function keySpans(text: string): readonly KeySpan[] {
  return spansAt(text, 0);
}

function spansAt(text: string, nesting: number): readonly KeySpan[] {
  const pem = [...text.matchAll(PEM_KEY)].map((match): KeySpan => ({
    range: rangeOf(match),
    found: { kind: 'pem' },
  }));
  const runs = [...text.matchAll(BASE64_RUN)].flatMap((match) => spanOfRun(match, nesting) ?? []);
  const apart = runs.filter(({ range }) => pem.every((one) => !overlaps(one.range, range)));
  return [...pem, ...apart].sort((a, b) => a.range.start - b.range.start);
}

function rangeOf(match: RegExpMatchArray): TextRange {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
}

function overlaps(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

/** A key that starts with the run, with its second line (the first is a word), or at a later line. */
function spanOfRun(match: RegExpMatchArray, nesting: number): KeySpan | null {
  const { start, end } = rangeOf(match);
  const [run] = match;
  if (run.length < SHORTEST_KEY) return null;
  let line = 0;
  for (let at = 0; at !== -1; at = nextLine(run, at)) {
    const whole = run.slice(at);
    const looked = line < 2 ? whole : (whole.split('\n', 1)[0] ?? '');
    line += 1;
    const head = decode(looked);
    if (head === null || !isKey(head, nesting)) continue;
    const decoded = decode(whole) ?? head;
    return { range: { start: start + at, end }, found: { kind: 'base64', decoded } };
  }
  return null;
}

function nextLine(run: string, from: number): number {
  const end = run.indexOf('\n', from);
  return end === -1 ? -1 : end + 1;
}

function decode(run: string): string | null {
  const standard = run.replace(/\s/g, '').replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '');
  if (standard.length < SHORTEST_KEY || standard.length % 4 === 1) return null;
  try {
    return atob(standard);
  } catch {
    return null;
  }
}

function isKey(bytes: string, nesting: number): boolean {
  if (looksLikeKeyDer(bytes) || isKeyContainer(bytes)) return true;
  if (nesting >= MAX_NESTING) return bytes.includes('PRIVATE KEY-----');
  return spansAt(bytes, nesting + 1).length > 0;
}

const CONTAINERS: readonly string[] = ['private-key', 'encrypted-key', 'pkcs12'];
const JAVA_KEYSTORES = ['\xfe\xed\xfe\xed', '\xce\xce\xce\xce'];

function isKeyContainer(bytes: string): boolean {
  if (JAVA_KEYSTORES.some((magic) => bytes.startsWith(magic))) return true;
  if (!bytes.startsWith('\x30')) return false;
  return CONTAINERS.includes(sniffBytes(Uint8Array.from(bytes, (char) => char.charCodeAt(0))));
}

/** Starts of PKCS#8 (RFC 5208, RFC 5958), SEC1 and PKCS#1 after the outer SEQUENCE, also where the rest is cut off. */
const KEY_STARTS = [
  '\x02\x01\x00\x30',
  '\x02\x01\x01\x30',
  '\x02\x01\x01\x04',
  '\x02\x01\x00\x02\x82',
  '\x02\x01\x00\x02\x81',
];

function looksLikeKeyDer(bytes: string): boolean {
  if (bytes.charCodeAt(0) !== 0x30) return false;
  const first = bytes.charCodeAt(1);
  const headerLength = first < 0x80 ? 2 : 2 + (first & 0x7f);
  const body = headerLength > 6 ? '' : bytes.slice(headerLength);
  return KEY_STARTS.some((start) => body.startsWith(start));
}
