import type { TextEdit, TextRange } from '../../model/index.ts';
import { lineEnding } from '../../source/index.ts';
import { lookUp, type FieldLookup } from '../field-range.ts';
import type { FieldPath } from '../../model/index.ts';
import { sourceOf } from '../object-source.ts';
import type { DocumentTree } from '../document-tree.ts';
import type { ManifestObject } from '../types.ts';
import { detectStyle, type TextStyle } from './text-style.ts';

/** What an edit works on: one document and how it is written. Offsets count from the document's first character. */
export interface EditContext {
  readonly text: string;
  readonly tree: DocumentTree;
  readonly style: TextStyle;
  readonly lookUp: (path: FieldPath) => FieldLookup;
  readonly splice: (range: TextRange, text: string) => TextEdit;
}

/** Null for an object that `parseFile` did not make: there is no text to edit. */
export function editContext(object: ManifestObject): EditContext | null {
  const source = sourceOf(object);
  if (source === null) return null;
  const { tree, offset, path: base } = source;
  return {
    text: tree.text,
    tree,
    style: detectStyle(tree.text, lineEnding(source.fileText)),
    lookUp: (path) => lookUp(tree, [...base, ...path]),
    splice: ({ start, end }, text) => ({
      fileId: object.fileId,
      range: { start: start + offset, end: end + offset },
      text,
    }),
  };
}

/** Start of the line that `at` stands on. */
export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isBreak(text[start - 1])) start -= 1;
  return start;
}

/** End of the line that `at` stands on, its line end left out. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isBreak(text[end])) end += 1;
  return end;
}

/** Start of the line after the one that `at` stands on. */
export function nextLine(text: string, at: number): number {
  const end = lineEnd(text, at);
  return end + (text.startsWith('\r\n', end) ? 2 : end < text.length ? 1 : 0);
}

/** Columns before `at` on its line. */
export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

export function isBreak(char: string | undefined): boolean {
  return char === '\n' || char === '\r';
}

/**
 * True when a block literal may end at `at`: a comment beside it, or an indented one on the lines below, would become part of
 * its text.
 */
export function literalFits(text: string, at: number): boolean {
  return !/^[ \t]*(?:#|\S)|^\s*[\r\n][ \t]+#/.test(text.slice(at));
}
