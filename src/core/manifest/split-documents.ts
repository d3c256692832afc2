import type { TextRange } from '../model/index.ts';

/** One document of a stream. `separator` is the `---` that opened it, its line end included. */
export interface DocumentSpan {
  readonly range: TextRange;
  readonly separator: TextRange | null;
}

/** `---` alone, before a comment, or before content on the same line; never `-----BEGIN`. */
const SEPARATOR = /(?<=^|[\r\n])---(?=[ \t\r\n]|$)(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n|$))?/g;

/**
 * Splits a text where kubectl splits it: at lines that begin with `---` (apimachinery util/yaml `YAMLReader`); a stream
 * that begins with `{` and has no such line is split between its JSON objects. A byte order mark at the start belongs
 * to no document. Blank text before the first and after the last separator is no document; a blank one between two
 * separators is.
 */
export function splitDocuments(text: string): readonly DocumentSpan[] {
  const first = text.startsWith('\uFEFF') ? 1 : 0;
  const spans: DocumentSpan[] = [];
  let start = first;
  let separator: TextRange | null = null;
  for (const match of text.slice(first).matchAll(SEPARATOR)) {
    const at = match.index + first;
    const next = { start: at, end: at + match[0].length };
    if (separator !== null || !isBlank(text, start, at)) {
      spans.push({ range: { start, end: at }, separator });
    }
    separator = next;
    start = next.end;
  }
  if (separator === null) return splitJson(text, first);
  if (spans.length === 0 || !isBlank(text, start, text.length)) {
    spans.push({ range: { start, end: text.length }, separator });
  }
  return spans;
}

function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === '';
}

/** One span for a YAML text without separators, one per object for a JSON stream, none for blank text. */
function splitJson(text: string, first: number): readonly DocumentSpan[] {
  if (isBlank(text, first, text.length)) return [];
  const whole = [{ range: { start: first, end: text.length }, separator: null }];
  // Go templates begin with a brace, too.
  if (!/^\s*\{\s*["}]/.test(text.slice(first))) return whole;
  const ends = jsonObjectEnds(text, first);
  if (ends === null || ends.length < 2) return whole;
  return ends.map((end, index) => ({
    range: {
      start: ends[index - 1] ?? first,
      end: index === ends.length - 1 ? text.length : end,
    },
    separator: null,
  }));
}

/** Ends of the top-level objects, or null when something else stands between or after them. */
function jsonObjectEnds(text: string, first: number): readonly number[] | null {
  const ends: number[] = [];
  let depth = 0;
  for (const match of text.slice(first).matchAll(/"(?:[^"\\\r\n]|\\.)*"|[{}]|[^\s{}"]+|"/g)) {
    const token = match[0];
    if (token === '{') depth += 1;
    else if (token === '}') {
      depth -= 1;
      if (depth === 0) ends.push(first + match.index + 1);
    }
    if (depth < 0 || (depth === 0 && token !== '}')) return null;
  }
  return depth === 0 ? ends : null;
}
