import type { TextEdit, TextRange } from '../model/index.ts';

/** The leading white space of every line that has a tab in it. Blank lines do not count: nothing is indented there. */
export function tabIndentedLines(text: string): readonly TextRange[] {
  const ranges: TextRange[] = [];
  for (const match of text.matchAll(/(?<=^|[\r\n])[ ]*\t[ \t]*(?=[^ \t\r\n])/g)) {
    ranges.push({ start: match.index, end: match.index + match[0].length });
  }
  return ranges;
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
