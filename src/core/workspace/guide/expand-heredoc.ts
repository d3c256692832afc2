import type { TextRange } from '../../model/index.ts';

/**
 * What a shell did to one place of an unquoted heredoc.
 * `vanished`: an unset variable, nothing arrives; `replaced`: a value arrives that the guide has set or given as default;
 * `special`: a number of the shell's own (`$?`, `$#`); `unescaped`: a backslash that protects
 * the next character is taken away; `joined`: backslash and line break are taken away; `unknown`: the output of a command,
 * left as it stands because nobody knows it; `stops`: the shell reports an error and the command does not run.
 */
export interface Expansion {
  readonly kind: 'vanished' | 'replaced' | 'special' | 'unescaped' | 'joined' | 'unknown' | 'stops';
  readonly literal: string;
  readonly became: string;
  /** Place in the body as written. */
  readonly source: TextRange;
  /** Place in the text that arrives. */
  readonly target: TextRange;
}

export interface ExpandedText {
  readonly text: string;
  readonly expansions: readonly Expansion[];
}

/** Variables that the guide itself has set before; all others are unset. */
export type Variables = ReadonlyMap<string, string>;

interface Piece {
  readonly kind: Expansion['kind'];
  readonly length: number;
  readonly became: string;
}

/**
 * Expands the body of a heredoc whose delimiter is not quoted: parameters, arithmetic and command substitution, and the
 * three characters that a backslash protects. Quotes mean nothing in it.
 *
 * Source: POSIX XCU §2.7.4 (here-document), §2.6.2 (parameter expansion); checked against dash and bash.
 */
export function expandHeredoc(body: string, variables: Variables): ExpandedText {
  const expansions: Expansion[] = [];
  const parts: string[] = [];
  let length = 0;
  let copied = 0;
  const emit = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  for (let at = nextSpecial(body, 0); at < body.length; at = nextSpecial(body, at)) {
    const piece = readPiece(body, at, variables);
    if (piece === null) {
      at += 1;
      continue;
    }
    emit(body.slice(copied, at));
    const start = length;
    emit(piece.became);
    expansions.push({
      kind: piece.kind,
      literal: body.slice(at, at + piece.length),
      became: piece.became,
      source: { start: at, end: at + piece.length },
      target: { start, end: length },
    });
    at += piece.length;
    copied = at;
  }
  emit(body.slice(copied));
  return { text: parts.join(''), expansions };
}

function nextSpecial(body: string, from: number): number {
  let at = from;
  while (at < body.length && !'\\$`'.includes(body[at] ?? '')) at += 1;
  return at;
}

function readPiece(body: string, at: number, variables: Variables): Piece | null {
  const char = body[at];
  if (char === '\\') return readBackslash(body, at);
  if (char === '`') return readBackticks(body, at);
  const next = body[at + 1] ?? '';
  if (next === '(') return readSubstitution(body, at);
  if (next === '{') return readBraces(body, at, variables);
  const name = /^\$([A-Za-z_][A-Za-z0-9_]*|[0-9@*#?$!-])/.exec(body.slice(at, at + 200))?.[1];
  return name === undefined ? null : parameter(name, name.length + 1, variables);
}

function readBackslash(body: string, at: number): Piece | null {
  const next = body[at + 1] ?? '';
  if ('$`\\'.includes(next) && next !== '') return { kind: 'unescaped', length: 2, became: next };
  const lineEnd = /^(?:\r\n|\n)/.exec(body.slice(at + 1, at + 3))?.[0];
  return lineEnd === undefined ? null : { kind: 'joined', length: 1 + lineEnd.length, became: '' };
}

/** The value of `$name`: unset ones vanish, those of the shell process itself nobody knows beforehand. */
function parameter(name: string, length: number, variables: Variables): Piece {
  if (name === '?' || name === '#') return { kind: 'special', length, became: '0' };
  if (['$', '-', '0'].includes(name)) return { kind: 'unknown', length, became: `$${name}` };
  const value = variables.get(name) ?? '';
  return { kind: value === '' ? 'vanished' : 'replaced', length, became: value };
}

function readBackticks(body: string, at: number): Piece {
  let end = at + 1;
  while (end < body.length && body[end] !== '`') end += body[end] === '\\' ? 2 : 1;
  if (end >= body.length) return { kind: 'stops', length: 1, became: '`' };
  const literal = body.slice(at, end + 1);
  return { kind: 'unknown', length: literal.length, became: literal };
}

function readSubstitution(body: string, at: number): Piece {
  const end = closing(body, at + 1, '(', ')');
  if (end === null) return { kind: 'stops', length: 2, became: '$(' };
  const literal = body.slice(at, end + 1);
  return { kind: 'unknown', length: literal.length, became: literal };
}

/** `${name}`, `${name:-word}` and their kin. */
function readBraces(body: string, at: number, variables: Variables): Piece {
  const end = closing(body, at + 1, '{', '}');
  if (end === null) return { kind: 'stops', length: 2, became: '${' };
  const length = end + 1 - at;
  const inner = body.slice(at + 2, end);
  const stops: Piece = { kind: 'stops', length, became: body.slice(at, end + 1) };
  const size = /^#([A-Za-z_]\w*)$/.exec(inner)?.[1];
  if (size !== undefined) {
    return { kind: 'special', length, became: String((variables.get(size) ?? '').length) };
  }
  const match = /^([A-Za-z_]\w*|[0-9]+|[@*#?$!-])(:?[-=+?])?(.*)$/s.exec(inner);
  if (match === null) return stops;
  const [, name = '', operator, rest = ''] = match;
  const plain = parameter(name, length, variables);
  if (operator === undefined) return rest === '' || /^[%#:/^,@]/.test(rest) ? plain : stops;
  const isSet = (variables.get(name) ?? '') !== '';
  if (operator.endsWith('?') && !isSet) return stops;
  const usesWord = operator.endsWith('+') ? isSet : !isSet;
  const became = usesWord ? expandHeredoc(rest, variables).text : plain.became;
  const value = operator.endsWith('+') && !isSet ? '' : became;
  return { kind: value === '' ? 'vanished' : 'replaced', length, became: value };
}

/** Offset of the bracket that closes the one at `at`, or null. */
function closing(body: string, at: number, open: string, close: string): number | null {
  let depth = 0;
  for (let end = at; end < body.length; end += 1) {
    if (body[end] === '\\') end += 1;
    else if (body[end] === open) depth += 1;
    else if (body[end] === close) {
      depth -= 1;
      if (depth === 0) return end;
    }
  }
  return null;
}
