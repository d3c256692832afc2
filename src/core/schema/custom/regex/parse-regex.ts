import { complement, foldCase, lastCodePoint, perlClasses } from './character-classes.ts';
import { readClass } from './read-class.ts';
import { RegexReader } from './regex-reader.ts';
import type { RegexNode } from './regex-node.ts';

/** A pattern as a tree, or Go's reason for refusing it. */
export type ParsedRegex =
  { readonly ok: true; readonly node: RegexNode } | { readonly ok: false; readonly error: string };

interface Flags {
  readonly ignoreCase: boolean;
  readonly multiLine: boolean;
  readonly dotAll: boolean;
  readonly ungreedy: boolean;
}

/** RE2 refuses larger counts, and deeper groups. */
const mostRepeats = 1000;
const deepestGroup = 200;
const longestPattern = 10_000;

const noFlags: Flags = { ignoreCase: false, multiLine: false, dotAll: false, ungreedy: false };

/**
 * Reads a pattern in RE2's syntax: the one of Go's `regexp`, which the API server uses both for
 * `pattern` and in CEL. Back references and look-around do not exist in it.
 *
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function parseRegex(pattern: string): ParsedRegex {
  if (pattern.length > longestPattern) return { ok: false, error: 'expression too large' };
  const reader = new RegexReader(pattern);
  const node = readChoice(reader, { current: noFlags }, 0);
  if (reader.error === null && !reader.atEnd()) reader.fail('unexpected )');
  return reader.error === null ? { ok: true, node } : { ok: false, error: reader.error };
}

/** Flags change from `(?i)` to the end of the group they stand in. */
interface Scope {
  current: Flags;
}

function readChoice(reader: RegexReader, scope: Scope, depth: number): RegexNode {
  const options = [readSequence(reader, scope, depth)];
  while (reader.accept('|')) options.push(readSequence(reader, scope, depth));
  const [only] = options;
  return options.length === 1 && only !== undefined ? only : { kind: 'choice', options };
}

function readSequence(reader: RegexReader, scope: Scope, depth: number): RegexNode {
  const parts: RegexNode[] = [];
  while (!reader.atEnd() && reader.peek() !== '|' && reader.peek() !== ')') {
    const quoted = readQuoted(reader, scope.current);
    // A repetition behind \E counts the last quoted character only.
    parts.push(...quoted.slice(0, -1));
    const atom = quoted.at(-1) ?? readAtom(reader, scope, depth);
    if (atom !== null) parts.push(readRepeats(reader, scope.current, atom));
  }
  return { kind: 'sequence', parts };
}

function readRepeats(reader: RegexReader, flags: Flags, atom: RegexNode): RegexNode {
  const count = readCount(reader);
  if (count === null) return atom;
  const lazy = reader.accept('?');
  if (readCount(reader) !== null) reader.fail('invalid nested repetition operator');
  return { kind: 'repeat', body: atom, ...count, greedy: lazy === flags.ungreedy };
}

function readCount(reader: RegexReader): { least: number; most: number } | null {
  if (reader.accept('*')) return { least: 0, most: Infinity };
  if (reader.accept('+')) return { least: 1, most: Infinity };
  if (reader.accept('?')) return { least: 0, most: 1 };
  const braces = reader.match(/\{(\d+)(,(\d*))?\}/y);
  if (braces === null) return null;
  const least = Number(braces[1]);
  const most = braces[2] === undefined ? least : braces[3] ? Number(braces[3]) : Infinity;
  const largest = most === Infinity ? least : most;
  if (largest > mostRepeats || least > most) reader.fail('invalid repeat count');
  return { least, most };
}

function readAtom(reader: RegexReader, scope: Scope, depth: number): RegexNode | null {
  const flags = scope.current;
  const character = reader.next();
  switch (character) {
    case '(':
      return readGroup(reader, scope, depth);
    case '[':
      return set(flags, readClass(reader));
    case '.':
      return flags.dotAll ? any() : { kind: 'set', ranges: [[10, 10]], negated: true };
    case '^':
      return { kind: 'assert', what: flags.multiLine ? 'line-start' : 'text-start' };
    case '$':
      return { kind: 'assert', what: flags.multiLine ? 'line-end' : 'text-end' };
    case '\\':
      return readEscape(reader, flags);
    case '*':
    case '+':
    case '?':
      reader.fail('missing argument to repetition operator');
      return null;
    default:
      return set(flags, [[codeOf(character), codeOf(character)]]);
  }
}

function readGroup(reader: RegexReader, scope: Scope, depth: number): RegexNode | null {
  if (depth >= deepestGroup) reader.fail('expression nests too deeply');
  const inner: Scope = { current: scope.current };
  if (reader.match(/\?P?<[A-Za-z_]\w*>/y) === null && reader.peek() === '?') {
    const set = reader.match(/\?([imsU]*)(?:-([imsU]+))?([:)])/y);
    if (set === null) {
      reader.fail('invalid or unsupported Perl syntax');
      return null;
    }
    const flags = withFlags(scope.current, set[1] ?? '', set[2] ?? '');
    if (set[3] === ')') {
      scope.current = flags;
      return null;
    }
    inner.current = flags;
  }
  const body = readChoice(reader, inner, depth + 1);
  if (!reader.accept(')')) reader.fail('missing closing )');
  return body;
}

function withFlags(flags: Flags, on: string, off: string): Flags {
  const value = (letter: string, before: boolean): boolean =>
    (before || on.includes(letter)) && !off.includes(letter);
  return {
    ignoreCase: value('i', flags.ignoreCase),
    multiLine: value('m', flags.multiLine),
    dotAll: value('s', flags.dotAll),
    ungreedy: value('U', flags.ungreedy),
  };
}

function readEscape(reader: RegexReader, flags: Flags): RegexNode {
  const assertion = { A: 'text-start', z: 'text-end', b: 'word-boundary', B: 'no-word-boundary' };
  const letter = reader.peek();
  if (letter === 'A' || letter === 'z' || letter === 'b' || letter === 'B') {
    reader.next();
    return { kind: 'assert', what: assertion[letter] } as RegexNode;
  }
  const ranges = perlClasses[letter.toLowerCase()];
  if (ranges !== undefined) {
    reader.next();
    return set(flags, letter === letter.toLowerCase() ? ranges : complement(ranges));
  }
  const code = reader.escapedCode();
  return set(flags, [[code, code]]);
}

function readQuoted(reader: RegexReader, flags: Flags): readonly RegexNode[] {
  const text = reader.match(/\\Q([^]*?)(?:\\E|$)/y)?.[1] ?? '';
  return Array.from(text, (one) => set(flags, [[codeOf(one), codeOf(one)]]));
}

function set(flags: Flags, ranges: readonly (readonly [number, number])[]): RegexNode {
  return { kind: 'set', ranges: flags.ignoreCase ? foldCase(ranges) : ranges, negated: false };
}

function any(): RegexNode {
  return { kind: 'set', ranges: [[0, lastCodePoint]], negated: false };
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
