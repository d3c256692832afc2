/** One line of a document, its line end left out. */
export interface Line {
  readonly start: number;
  readonly text: string;
}

/** What a line is to the layout. */
export type LineRole =
  /** Begins keys, items or values: it says where its columns go. */
  | 'structure'
  | 'comment'
  | 'blank'
  /** Inside a `|` or `>` block. */
  | 'block'
  /** Inside a quoted or plain text, or a flow collection, that began on an earlier line. */
  | 'continued';

/** A dash or the first character behind them. */
export interface Token {
  readonly column: number;
  readonly dash: boolean;
}

export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\r|\n|$/g)) {
    lines.push({ start, text: text.slice(start, match.index) });
    start = match.index + match[0].length;
  }
  return lines;
}

export function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

/** The dashes that a line begins with, and what comes behind them. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let column = indentOf(text);
  while (/^-(?: |$)/.test(text.slice(column))) {
    tokens.push({ column, dash: true });
    column += 1 + indentOf(text.slice(column + 1));
  }
  const rest = text.slice(column);
  return rest === '' || rest.startsWith('#') ? tokens : [...tokens, { column, dash: false }];
}
