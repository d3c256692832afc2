import type { TextRange } from '../../model/index.ts';
import { lineAt } from './regions.ts';
import type { HeredocOperator } from './shell-command.ts';

/** The body of a heredoc as the shell would read it had the command stood at the start of its line. */
export interface HeredocBody {
  readonly text: string;
  /** For each line of `text`: where it begins in it, and where that is in the guide. */
  readonly lines: readonly { readonly at: number; readonly guide: number }[];
  /** Body and end line in the guide. */
  readonly range: TextRange;
  /** False when the end line is missing: the body then runs to the end of the region. */
  readonly closed: boolean;
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
 * command's own line is taken off the body, and the end line may be indented the same way.
 *
 * @param from start of the line after the command
 */
export function readHeredocBody(
  text: string,
  from: number,
  limit: number,
  { delimiter, stripTabs, indent, hasPrompt }: HeredocForm,
): HeredocBody {
  const parts: string[] = [];
  const lines: { at: number; guide: number }[] = [];
  let length = 0;
  const isTranscript = hasPrompt && /^\s*> /.test(lineAt(text, from, limit).text);
  let at = from;
  while (at < limit) {
    const line = lineAt(text, at, limit);
    const cut = cutOf(line.text, indent, stripTabs, isTranscript);
    if (line.text.slice(cut).trim() === delimiter) {
      return {
        text: parts.join(''),
        lines,
        range: { start: from, end: line.end },
        closed: true,
        next: line.next,
      };
    }
    lines.push({ at: length, guide: line.start + cut });
    const kept = text.slice(line.start + cut, line.next);
    parts.push(kept);
    length += kept.length;
    at = line.next;
  }
  return {
    text: parts.join(''),
    lines,
    range: { start: from, end: limit },
    closed: false,
    next: limit,
  };
}

/** How much white space goes from the start of a line. */
function cutOf(line: string, indent: number, stripTabs: boolean, isTranscript: boolean): number {
  let cut = 0;
  while (cut < indent && (line[cut] === ' ' || line[cut] === '\t')) cut += 1;
  if (isTranscript && line[cut] === '>') cut += line[cut + 1] === ' ' ? 2 : 1;
  while (stripTabs && line[cut] === '\t') cut += 1;
  return cut;
}

/** Where an offset of the body stands in the guide. */
export function guideOffset(body: Pick<HeredocBody, 'lines' | 'range'>, offset: number): number {
  const line = body.lines.findLast((one) => one.at <= offset);
  return line === undefined ? body.range.start : line.guide + offset - line.at;
}
