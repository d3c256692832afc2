/** The line of a cursor, cut at it. */
export interface CursorLine {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

const LINE_END = /[\r\n]/;

/** The line around an offset; a line end belongs to no line. */
export function cursorLine(text: string, offset: number): CursorLine {
  let start = offset;
  while (start > 0 && !LINE_END.test(text[start - 1] ?? '')) start -= 1;
  let end = offset;
  while (end < text.length && !LINE_END.test(text[end] ?? '')) end += 1;
  return { start, end, before: text.slice(start, offset), after: text.slice(offset, end) };
}

/** A word where a key of a block map may be typed. */
export interface KeyWord {
  readonly typed: string;
  readonly rest: string;
  /** Its colon stands already. */
  readonly colon: boolean;
}

/** The word around the cursor when nothing but blanks and dashes stands before it, and its colon or nothing behind. */
export function keyWord({ before, after }: CursorLine): KeyWord | null {
  const head = /^ *(?:- +)*([\w./][\w./-]*)?$/.exec(before);
  const tail = /^([\w./-]*)( *:(?: .*)?| *(?:#.*)?)$/.exec(after);
  if (head === null || tail === null) return null;
  return {
    typed: head[1] ?? '',
    rest: tail[1] ?? '',
    colon: tail[2]?.trimStart().startsWith(':') === true,
  };
}
