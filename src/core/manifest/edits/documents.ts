import type { TextEdit, WorkspaceFile } from '../../model/index.ts';
import { lineEnding } from '../../source/index.ts';
import { sourceOf } from '../object-source.ts';
import { splitDocuments } from '../split-documents.ts';
import type { JsonObject, ManifestObject, ParsedFile } from '../types.ts';
import { blockText } from './block-text.ts';
import { editContext, isBreak } from './edit-context.ts';
import { removeFound } from './remove-field.ts';
import { detectStyle, isJson, PLAIN_STYLE } from './text-style.ts';

/** A new object as YAML with a last line end: two columns a level, block literals for texts of several lines. */
export function manifestText(value: JsonObject): string {
  return `${blockText(value, 0, { ...PLAIN_STYLE, indentedLists: false })}\n`;
}

/** Removes one document (its position in `ParsedFile.documents`) and the separator that set it off. */
export function removeDocument(parsed: ParsedFile, index: number): readonly TextEdit[] {
  const spans = splitDocuments(parsed.file.text);
  const span = spans[index];
  if (span === undefined) return [];
  const next = spans[index + 1];
  const isFirst = index === 0;
  const start = isFirst ? span.range.start : (span.separator?.start ?? span.range.start);
  const end = isFirst ? (next?.range.start ?? span.range.end) : span.range.end;
  return [{ fileId: parsed.file.id, range: { start, end }, text: '' }];
}

/** Removes one object: its document, or its place in the List that holds it. */
export function removeObject(parsed: ParsedFile, object: ManifestObject): readonly TextEdit[] {
  const source = sourceOf(object);
  const context = editContext(object);
  if (source === null || context === null) return [];
  return source.path.length === 0
    ? removeDocument(parsed, object.documentIndex)
    : removeFound(context, context.lookUp([]).trail);
}

/**
 * Adds a document at the end of a file, as text or as a new object, with the line ends of the file. A JSON file gets JSON.
 */
export function appendDocument(
  file: WorkspaceFile,
  document: JsonObject | string,
): readonly TextEdit[] {
  const { text } = file;
  const eol = lineEnding(text);
  const spans = splitDocuments(text);
  const [first] = spans;
  const json = first?.separator === null && isJson(text.slice(first.range.start, first.range.end));
  const written =
    typeof document === 'string'
      ? document
      : json
        ? `${JSON.stringify(document, null, detectStyle(text, eol).step)}\n`
        : manifestText(document);
  const body = written.replace(/\r\n|\r|\n/g, eol);
  const opensItself = json || /^(?:---(?:\s|$)|%)/.test(body);
  const needsSeparator = spans.length > 0 && !opensItself && !endsWithSeparator(text);
  const gap = text === '' || isBreak(text.at(-1)) || text === '\uFEFF' ? '' : eol;
  const range = { start: text.length, end: text.length };
  return [{ fileId: file.id, range, text: `${gap}${needsSeparator ? `---${eol}` : ''}${body}` }];
}

/** True when the last separator of a file has nothing but white space behind it. */
function endsWithSeparator(text: string): boolean {
  return /(?:^|[\r\n])---[ \t]*(?:#[^\r\n]*)?\s*$/.test(text);
}
