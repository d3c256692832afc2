import type { TextRange } from '../model/index.ts';

/** A place as editors count it: both numbers start at 1, `column` counts UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Offsets of one text in lines and columns, and back. Offsets and lines outside the text are clamped. */
export interface LineIndex {
  readonly lineCount: number;
  readonly positionAt: (offset: number) => Position;
  readonly offsetAt: (position: Position) => number;
  /** Text of one line (1-based), its line end left out. */
  readonly lineRange: (line: number) => TextRange;
}

/**
 * Indexes the lines of a text. LF, CRLF and a lone CR each end a line, as in YAML 1.1 §4.1.4 and in
 * `yaml`'s lexer, and in Monaco's model.
 */
export function lineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const startOf = (line: number): number => starts[line - 1] ?? 0;
  const lineRange = (line: number): TextRange => {
    const wanted = clamp(Math.trunc(line), 1, starts.length);
    const start = startOf(wanted);
    let end = wanted < starts.length ? startOf(wanted + 1) : text.length;
    if (end > start && text[end - 1] === '\n') end -= 1;
    if (end > start && text[end - 1] === '\r') end -= 1;
    return { start, end };
  };
  return {
    lineCount: starts.length,
    positionAt: (offset) => {
      const at = clamp(Math.trunc(offset), 0, text.length);
      const line = lastAtOrBefore(starts, at) + 1;
      return { line, column: at - startOf(line) + 1 };
    },
    offsetAt: ({ line, column }) => {
      const { start, end } = lineRange(line);
      return clamp(start + Math.trunc(column) - 1, start, end);
    },
    lineRange,
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** Index of the last value that is not greater than `wanted`; `sorted` starts with 0. */
function lastAtOrBefore(sorted: readonly number[], wanted: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
