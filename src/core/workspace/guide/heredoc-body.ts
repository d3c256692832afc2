import type { TextRange } from '../../model/index.ts';
import { lineAt, linesOf, type GuideLine } from './regions.ts';
import type { HeredocOperator } from './shell-command.ts';

/** The body of a heredoc as the shell would read it had the command stood at the start of its line. */
export interface HeredocBody {
  readonly text: string;
  /** Body and end line in the guide. */
  readonly range: TextRange;
  /** Start of the line after the end line. */
  readonly next: number;
}

/** How the lines of a body are to be read. */
export interface HeredocForm extends HeredocOperator {
  /** Width of the white space before the command. */
  readonly indent: number;
  /** The command stands behind a prompt: its body may stand behind `>` prompts. */
  readonly hasPrompt: boolean;
}

/**
 * Reads a heredoc body. Guides indent whole commands (lists, web pages turned into text), so the indentation of the
 * command's own line is taken off the body and off the end line. Where no line ends it then, one that is indented
 * otherwise does.
 *
 * @param from start of the line after the command
 * @returns null when no line holds the delimiter alone
 */
export function readHeredocBody(
  text: string,
  from: number,
  limit: number,
  form: HeredocForm,
): HeredocBody | null {
  const isTranscript = form.hasPrompt && /^\s*> /.test(lineAt(text, from, limit).text);
  const cut = (line: string): number => cutOf(line, form.indent, form.stripTabs, isTranscript);
  const ends = endLines(text, from, limit, form.delimiter);
  const exact = ends.find((line) => line.text.slice(cut(line.text)).trimEnd() === form.delimiter);
  const end = exact ?? ends[0];
  if (end === undefined) return null;
  const parts: string[] = [];
  for (const line of linesOf(text, { start: from, end: end.start })) {
    parts.push(text.slice(line.start + cut(line.text), line.next));
  }
  return { text: parts.join(''), range: { start: from, end: end.end }, next: end.next };
}

/** Lines that hold the delimiter and nothing else but white space and prompts. */
function endLines(
  text: string,
  from: number,
  limit: number,
  delimiter: string,
): readonly GuideLine[] {
  const found: GuideLine[] = [];
  for (let at = text.indexOf(delimiter, from); at !== -1 && at < limit;) {
    let start = at;
    while (start > from && text[start - 1] !== '\n' && text[start - 1] !== '\r') start -= 1;
    const line = lineAt(text, start, limit);
    if (line.text.replace(/^[\s>]*/, '').trimEnd() === delimiter) found.push(line);
    at = text.indexOf(delimiter, Math.max(line.next, at + 1));
  }
  return found;
}

/** How much white space goes from the start of a line. */
function cutOf(line: string, indent: number, stripTabs: boolean, isTranscript: boolean): number {
  let cut = 0;
  while (cut < indent && (line[cut] === ' ' || line[cut] === '\t')) cut += 1;
  if (isTranscript && line[cut] === '>') cut += line[cut + 1] === ' ' ? 2 : 1;
  while (stripTabs && line[cut] === '\t') cut += 1;
  return cut;
}
