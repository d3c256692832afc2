import { isAlias, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { TextEdit, TextRange } from '../model/index.ts';

/** White space, dashes and question marks that a line begins with. */
const PREFIX = /^(?:[ \t]|[-?](?=[ \t]))*/;
const BLOCK_HEADER = /(?:^|[\s:-])[|>][-+0-9]*[ \t]*(?:#.*)?$/;

/**
 * What stands before the content of each line that has a tab there, lines of block scalars left out: their tabs are text.
 * Works on a text that cannot be parsed, so the extent of a block scalar is told by its indentation alone.
 */
export function tabIndentedLines(text: string): readonly TextRange[] {
  const ranges: TextRange[] = [];
  let blockIndent = -1;
  for (const match of text.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    const line = match[0].replace(/[\r\n]+$/, '');
    const spaces = /^ */.exec(line)?.[0].length ?? 0;
    if (blockIndent !== -1 && (spaces > blockIndent || line.trim() === '')) continue;
    blockIndent = -1;
    const prefix = PREFIX.exec(line)?.[0] ?? '';
    if (prefix.includes('\t'))
      ranges.push({ start: match.index, end: match.index + prefix.length });
    else if (BLOCK_HEADER.test(line)) blockIndent = spaces;
  }
  return ranges;
}

/**
 * Tabs that kubectl refuses although they indent nothing: on lines without content, before a comment, behind a dash.
 * Inside brackets, quotes and texts of several lines they are allowed.
 *
 * Source: go-yaml v2 scannerc.go `yaml_parser_scan_to_next_token`.
 */
export function refusedTabs(text: string, root: ParsedNode): readonly TextRange[] {
  if (!text.includes('\t')) return [];
  const free = tabTolerant(root);
  return tabIndentedLines(text).filter((range) => {
    const tab = range.start + text.slice(range.start, range.end).indexOf('\t');
    return !free.some(({ start, end }) => start <= tab && tab < end);
  });
}

/** Extents of brackets and scalars. */
function tabTolerant(node: ParsedNode | null): readonly TextRange[] {
  if (node === null || isAlias(node)) return [];
  const [start, end] = node.range;
  if (isScalar(node) || node.flow === true) return [{ start, end }];
  if (isSeq(node)) return node.items.flatMap(tabTolerant);
  return isMap(node)
    ? node.items.flatMap(({ key, value }) => [...tabTolerant(key), ...tabTolerant(value)])
    : [];
}

/**
 * The edits that put two spaces in place of each tab that indents a line of a document.
 *
 * @param text the whole file
 * @param range the document in it, as `ParsedDocument.range` says
 */
export function replaceTabIndentation(
  fileId: string,
  text: string,
  range: TextRange,
): readonly TextEdit[] {
  return tabIndentedLines(text.slice(range.start, range.end)).map((line) => {
    const start = range.start + line.start;
    const end = range.start + line.end;
    const spaces = text.slice(start, end).replaceAll('\t', '  ');
    return { fileId, range: { start, end }, text: spaces };
  });
}
