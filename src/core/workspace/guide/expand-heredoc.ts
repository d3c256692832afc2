import type { TextRange } from '../../model/index.ts';

/**
 * What a shell did to one place of an unquoted heredoc.
 * `vanished`: an unset variable, nothing arrives; `replaced`: a value arrives that the guide has set or given as default;
 * `special`: a number of the shell's own (`$?`, `$#`); `unescaped`: a backslash that protects
 * the next character is taken away; `joined`: backslash and line break are taken away; `unknown`: the output of a command,
 * or a variable that holds one, left as it stands because nobody knows it; `stops`: the shell reports an error and the command does not run.
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

/** Variables that the guide itself has set before, null when nobody knows to what; all others are unset. */
export type Variables = ReadonlyMap<string, string | null>;

/** `${name:=word}` sets a variable for the rest of the heredoc. */
type Scope = Map<string, string | null>;

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
  const scope: Scope = new Map(variables);
  const expansions: Expansion[] = [];
  const parts: string[] = [];
  let length = 0;
  let copied = 0;
  const emit = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  for (let at = nextSpecial(body, 0); at < body.length; at = nextSpecial(body, at)) {
    const piece = readPiece(body, at, scope);
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

function readPiece(body: string, at: number, variables: Scope): Piece | null {
  const char = body[at];
  if (char === '\\') return readBackslash(body, at);
  if (char === '`') return readBackticks(body, at);
  const next = body[at + 1] ?? '';
  if (next === '(') return readSubstitution(body, at);
  if (next === '{') return readBraces(body, at, variables);
  const name = /^\$([A-Za-z_][A-Za-z0-9_]*|[0-9@*#?$!-])/.exec(body.slice(at, at + 200))?.[1];
  return name === undefined ? null : parameter(name, `$${name}`, variables);
}

function readBackslash(body: string, at: number): Piece | null {
  const next = body[at + 1] ?? '';
  if ('$`\\'.includes(next) && next !== '') return { kind: 'unescaped', length: 2, became: next };
  const lineEnd = /^(?:\r\n|\n)/.exec(body.slice(at + 1, at + 3))?.[0];
  return lineEnd === undefined ? null : { kind: 'joined', length: 1 + lineEnd.length, became: '' };
}

/** The value of `$name`: unset ones vanish, those of the shell process itself nobody knows beforehand. */
function parameter(name: string, literal: string, variables: Variables): Piece {
  const { length } = literal;
  if (name === '?' || name === '#') return { kind: 'special', length, became: '0' };
  const value = variables.get(name);
  if (value === null || ['$', '-', '0'].includes(name)) {
    return { kind: 'unknown', length, became: literal };
  }
  return {
    kind: value === undefined || value === '' ? 'vanished' : 'replaced',
    length,
    became: value ?? '',
  };
}

function readBackticks(body: string, at: number): Piece {
  const limit = Math.min(body.length, at + LONGEST);
  let end = at + 1;
  while (end < limit && body[end] !== '`') end += body[end] === '\\' ? 2 : 1;
  if (end >= limit) return { kind: 'stops', length: 1, became: '`' };
  const literal = body.slice(at, end + 1);
  return { kind: 'unknown', length: literal.length, became: literal };
}

function readSubstitution(body: string, at: number): Piece {
  const end = closing(body, at + 1, '(', ')');
  if (end === null) return { kind: 'stops', length: 2, became: '$(' };
  const literal = body.slice(at, end + 1);
  return { kind: 'unknown', length: literal.length, became: literal };
}

/** `${name}`, `${name:-word}` and their kin: `-` default, `=` assign default, `+` alternative, `?` error. With a colon, empty counts as unset. */
function readBraces(body: string, at: number, variables: Scope): Piece {
  const end = closing(body, at + 1, '{', '}');
  if (end === null) return { kind: 'stops', length: 2, became: '${' };
  const literal = body.slice(at, end + 1);
  const inner = body.slice(at + 2, end);
  const { length } = literal;
  const stops: Piece = { kind: 'stops', length, became: literal };
  const size = /^#([A-Za-z_]\w*)$/.exec(inner)?.[1];
  if (size !== undefined) {
    return { kind: 'special', length, became: String((variables.get(size) ?? '').length) };
  }
  const match = /^([A-Za-z_]\w*|[0-9]+|[@*#?$!-])(:?[-=+?])?(.*)$/s.exec(inner);
  if (match === null) return stops;
  const [, name = '', operator, rest = ''] = match;
  const plain = parameter(name, literal, variables);
  if (plain.kind === 'unknown') return plain;
  if (operator === undefined)
    return rest === '' || /^[%#]/.test(rest) ? trimmed(plain, rest) : stops;
  const value = variables.get(name);
  const isSet = operator.startsWith(':')
    ? value !== undefined && value !== ''
    : value !== undefined;
  if (operator.endsWith('?') && !isSet) return stops;
  const usesWord = operator.endsWith('+') === isSet;
  const became = usesWord ? expandHeredoc(rest, variables).text : isSet ? plain.became : '';
  if (operator.endsWith('=') && usesWord) variables.set(name, became);
  return { kind: became === '' ? 'vanished' : 'replaced', length, became };
}

/** `${name%word}` of a variable that has a value needs pattern matching: that is left open. */
function trimmed(plain: Piece, rest: string): Piece {
  return rest === '' || plain.became === '' ? plain : { ...plain, kind: 'unknown' };
}

/** Expansions are short; a bracket that is open for longer is open by mistake. */
const LONGEST = 4096;

/** Offset of the bracket that closes the one at `at`, or null. */
function closing(body: string, at: number, open: string, close: string): number | null {
  const limit = Math.min(body.length, at + LONGEST);
  let depth = 0;
  for (let end = at; end < limit; end += 1) {
    if (body[end] === '\\') end += 1;
    else if (body[end] === open) depth += 1;
    else if (body[end] === close) {
      depth -= 1;
      if (depth === 0) return end;
    }
  }
  return null;
}
