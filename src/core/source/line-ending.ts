export type LineEnding = '\n' | '\r\n' | '\r';

/** The line end that new lines of this text should have: that of its first line, LF when it has none. */
export function lineEnding(text: string): LineEnding {
  const first = /\r\n|\r|\n/.exec(text)?.[0];
  return first === '\r\n' || first === '\r' ? first : '\n';
}
