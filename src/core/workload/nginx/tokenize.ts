/** A word, `;`, `{` or `}` of an nginx configuration. */
export type NginxToken =
  | { readonly kind: 'word'; readonly text: string; readonly line: number; readonly end: number }
  | { readonly kind: ';' | '{' | '}'; readonly line: number; readonly end: number }
  | { readonly kind: 'end'; readonly line: number; readonly end: number }
  /** nginx refuses the file here, in its own words. */
  | {
      readonly kind: 'error';
      readonly message: string;
      readonly line: number;
      readonly end: number;
    };

const SPACE = /[ \t\r\n]/;

/**
 * Reads the next token from `from`: comments, quotes, escapes and `${name}` as nginx reads them.
 *
 * @param line 1-based line number at `from`
 * @see nginx src/core/ngx_conf_file.c `ngx_conf_read_token`
 */
export function nextToken(text: string, from: number, line: number): NginxToken {
  const start = skipSpace(text, from, line);
  const char = text.charAt(start.at);
  if (char === '') return { kind: 'end', line: start.line, end: start.at };
  if (char === ';' || char === '{' || char === '}')
    return { kind: char, line: start.line, end: start.at + 1 };
  if (char === '"' || char === "'") return readQuoted(text, start.at, start.line, char);
  return readWord(text, start.at, start.line);
}

function skipSpace(text: string, from: number, line: number): { at: number; line: number } {
  let at = from;
  let current = line;
  for (;;) {
    const char = text.charAt(at);
    if (char === '#') {
      const newline = text.indexOf('\n', at);
      at = newline === -1 ? text.length : newline;
    } else if (char !== '' && (SPACE.test(char) || (char === '\uFEFF' && at === 0))) {
      if (char === '\n') current += 1;
      at += 1;
    } else return { at, line: current };
  }
}

/** A quoted word must be followed by white space, `;`, `{` or `)`. */
function readQuoted(text: string, from: number, line: number, quote: string): NginxToken {
  let at = from + 1;
  while (at < text.length && text.charAt(at) !== quote) at += text.charAt(at) === '\\' ? 2 : 1;
  if (at >= text.length) return unexpectedEnd(text, text.length, line);
  const word = { kind: 'word', text: unescape(text.slice(from + 1, at)), line } as const;
  const end = at + 1;
  const after = text.charAt(end);
  if (after === '' || SPACE.test(after) || after === ';' || after === '{') return { ...word, end };
  if (after === ')') return { ...word, end: end + 1 };
  return { kind: 'error', message: `unexpected "${after}"`, line, end };
}

/** Quotes inside a word are plain characters, and `{` after `$` belongs to a variable. */
function readWord(text: string, from: number, line: number): NginxToken {
  let at = from;
  let afterDollar = false;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '{' && afterDollar) at += 1;
    else if (SPACE.test(char) || char === ';' || char === '{') break;
    else at += char === '\\' ? 2 : 1;
    afterDollar = char === '$';
  }
  if (at >= text.length) return unexpectedEnd(text, text.length, line);
  return { kind: 'word', text: unescape(text.slice(from, at)), line, end: at };
}

function unexpectedEnd(text: string, end: number, line: number): NginxToken {
  const lines = text.split('\n').length;
  const message = 'unexpected end of file, expecting ";" or "}"';
  return { kind: 'error', message, line: Math.max(line, lines), end };
}

/** nginx drops the backslash before quotes and itself and knows `\t`, `\r`, `\n`; others stay. */
function unescape(word: string): string {
  return word.replace(/\\(["'\\trn])/g, (_, char: string) => {
    if (char === 't') return '\t';
    if (char === 'r') return '\r';
    return char === 'n' ? '\n' : char;
  });
}
