import type { TextRange } from '../../model/index.ts';
import { linesOf, type GuideLine } from './regions.ts';

const START = /^\s*(?:apiVersion|kind)\s*:\s*\S|^\s*\{\s*"(?:apiVersion|kind)"\s*:/;
const TOP_KEY = /^(?:[a-z][A-Za-z]*|"[a-z][A-Za-z]*")\s*:(?:\s|$)/;

/** True for a line that a manifest may begin with. */
export function startsManifest(line: string): boolean {
  return START.test(line);
}

const API_VERSION = /(?:^|[{,])[ \t]*"?apiVersion"?[ \t]*:\s*\S/m;
const KIND = /(?:^|[{,])[ \t]*"?kind"?[ \t]*:\s*\S/m;

/** True when a text has what every manifest has, in block or flow form. Not a proof: it is read afterwards. */
export function mentionsObject(text: string): boolean {
  return API_VERSION.test(text) && KIND.test(text);
}

/** White space before the first character of a line. */
export function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/**
 * How far a manifest that stands in running text goes: lines that are deeper than its first one, top-level keys, list
 * items, comments and separators at its own depth. Blank lines count when the manifest goes on after them.
 */
export function yamlRun(text: string, first: GuideLine, limit: number): TextRange {
  const base = indentOf(first.text);
  let end = first.end;
  for (const line of linesOf(text, { start: first.start, end: limit })) {
    if (line.text.trim() === '') continue;
    const indent = indentOf(line.text);
    const body = line.text.slice(indent);
    const isOwn = indent > base || (indent === base && continuesAtBase(body));
    if (!isOwn) break;
    end = line.end;
  }
  return { start: first.start, end };
}

function continuesAtBase(body: string): boolean {
  return TOP_KEY.test(body) || /^(?:- |#|---\s*$|[\]}]|\{)/.test(body);
}

/** A part of a guide with `indent` columns of white space taken off each line. */
export function dedent(text: string, range: TextRange, indent: number): string {
  const parts: string[] = [];
  for (const line of linesOf(text, range)) {
    const cut = Math.min(indent, indentOf(line.text));
    parts.push(text.slice(line.start + cut, line.next));
  }
  return parts.join('');
}
