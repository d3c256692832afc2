import { isMap, isSeq, type ParsedNode } from 'yaml';
import { parseStream } from '../../manifest/document-tree.ts';
import { looksLikeTemplate } from '../../manifest/looks-like-template.ts';
import { splitDocuments } from '../../manifest/index.ts';
import { toJson } from '../../manifest/to-json.ts';
import type { TextRange } from '../../model/index.ts';
import { formatLines } from './format-lines.ts';
import { layOut } from './layout.ts';
import { linesOf } from './line-plan.ts';
import { lineRoles } from './line-roles.ts';

/** A change of white space. */
export interface FormatEdit {
  readonly range: TextRange;
  readonly text: string;
}

/**
 * Lays a file out: two columns a level, one blank behind colons and dashes, none at line ends. Only white space changes;
 * what every document means, its comments, anchors and blocks stay. A document that cannot be read is left as it is,
 * and so is one whose meaning would hang on the layout.
 */
export function format(text: string): readonly FormatEdit[] {
  return splitDocuments(text).flatMap(({ range }) => {
    const before = text[range.start - 1];
    const isWhole = before === undefined || /[\n\r\uFEFF]/.test(before);
    const source = text.slice(range.start, range.end);
    const lines = isWhole ? formatted(source) : null;
    if (lines === null || formatted(joined(source, lines))?.join('\n') !== lines.join('\n'))
      return [];
    return linesOf(source).flatMap((line, at) =>
      changed(line.text, lines[at] ?? '', range.start + line.start),
    );
  });
}

/** The lines as they should be; null when the document is left alone. */
function formatted(source: string): readonly string[] | null {
  const read = readWhole(source);
  if (read === null || hasOddLayout(source)) return null;
  const lines = linesOf(source);
  const roles = lineRoles(read.root, lines);
  const result = formatLines({ lines, roles, placed: layOut(lines, roles) });
  return readWhole(joined(source, result))?.meaning === read.meaning ? result : null;
}

/** A document of block YAML that kubectl takes. */
function readWhole(source: string): { root: ParsedNode; meaning: string } | null {
  const [document, ...others] = parseStream(source);
  const root = document?.contents ?? null;
  if (document === undefined || root === null) return null;
  const isBlock = (isMap(root) || isSeq(root)) && root.flow !== true;
  if (!isBlock || looksLikeTemplate(source, root, false) !== null) return null;
  if (document.errors.length + others.length > 0) return null;
  const { value, problems } = toJson(root);
  if (problems.some(({ severity }) => severity === 'error')) return null;
  return { root, meaning: JSON.stringify(value) };
}

/** Directives, document ends, explicit keys and blocks that count their own columns. */
function hasOddLayout(source: string): boolean {
  return /^(?:%|\.\.\.)|^[ -]*\?(?: |$)|[|>][-+]?[1-9]/m.test(source);
}

/** The lines with the line ends of the source. */
function joined(source: string, lines: readonly string[]): string {
  const ends = [...source.matchAll(/\r\n|\r|\n/g)].map(([end]) => end);
  return lines.map((line, at) => line + (ends[at] ?? '')).join('');
}

/** The smallest edit of one line: both lines hold the same text between other blanks. */
function changed(from: string, to: string, start: number): readonly FormatEdit[] {
  if (from === to) return [];
  let head = 0;
  while (head < Math.min(from.length, to.length) && from[head] === to[head]) head += 1;
  let tail = 0;
  const most = Math.min(from.length, to.length) - head;
  while (tail < most && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail += 1;
  const range = { start: start + head, end: start + from.length - tail };
  return [{ range, text: to.slice(head, to.length - tail) }];
}
