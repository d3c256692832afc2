import { compileRegex } from './compile-regex.ts';
import type { RegexStep } from './compile-regex.ts';
import { parseRegex } from './parse-regex.ts';
import type { RegexAssertion } from './regex-node.ts';

/** A pattern that takes time proportional to the length of the text, whatever it says. */
export interface LinearRegex {
  /** Whether it matches anywhere in the text. */
  readonly test: (text: string) => boolean;
  /** The leftmost match at or after an index of UTF-16 units, as Go prefers them. */
  readonly find: (text: string, from: number) => RegexMatch | null;
}

export interface RegexMatch {
  readonly start: number;
  readonly end: number;
}

export type MadeRegex =
  | { readonly ok: true; readonly regex: LinearRegex }
  | { readonly ok: false; readonly error: string };

/**
 * Compiles a pattern of RE2's syntax. JavaScript's own engine backtracks: a pattern of a CRD that
 * somebody dropped could hold the page for hours.
 *
 * @see https://swtch.com/~rsc/regexp/regexp2.html (Pike's virtual machine)
 */
export function makeLinearRegex(pattern: string): MadeRegex {
  const parsed = parseRegex(pattern);
  if (!parsed.ok) return parsed;
  const program = compileRegex(parsed.node);
  if (program === null) return { ok: false, error: 'error parsing regexp: expression too large' };
  const find = (text: string, from: number): RegexMatch | null => search(program, text, from);
  return { ok: true, regex: { find, test: (text) => find(text, 0) !== null } };
}

interface Thread {
  readonly at: number;
  readonly start: number;
}

function search(program: readonly RegexStep[], text: string, from: number): RegexMatch | null {
  let threads: Thread[] = [];
  let best: RegexMatch | null = null;
  for (let index = from; index <= text.length;) {
    const seen = new Set<number>();
    const ready: Thread[] = [];
    for (const thread of threads) follow(program, text, index, thread, seen, ready);
    if (best === null) follow(program, text, index, { at: 0, start: index }, seen, ready);
    const code = text.codePointAt(index);
    threads = [];
    for (const thread of ready) {
      const step = program[thread.at];
      if (step?.op === 'match') {
        best = { start: thread.start, end: index };
        // Threads behind this one are less preferred: leftmost-first.
        break;
      }
      if (code !== undefined && step?.op === 'set' && holds(step, code)) {
        threads.push({ at: thread.at + 1, start: thread.start });
      }
    }
    if (best !== null && threads.length === 0) return best;
    index += code !== undefined && code > 0xffff ? 2 : 1;
  }
  return best;
}

/** Walks the steps that take no character, in order of preference. */
function follow(
  program: readonly RegexStep[],
  text: string,
  index: number,
  from: Thread,
  seen: Set<number>,
  ready: Thread[],
): void {
  const pending = [from.at];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const step = program[at];
    if (step === undefined) continue;
    switch (step.op) {
      case 'jump':
        pending.push(step.to);
        break;
      case 'split':
        pending.push(step.second, step.first);
        break;
      case 'assert':
        if (asserted(step.what, text, index)) pending.push(at + 1);
        break;
      case 'set':
      case 'match':
        ready.push({ at, start: from.start });
        break;
      default:
        step satisfies never;
    }
  }
}

function holds(step: RegexStep & { op: 'set' }, code: number): boolean {
  return step.ranges.some(([from, to]) => code >= from && code <= to) !== step.negated;
}

function asserted(what: RegexAssertion, text: string, index: number): boolean {
  switch (what) {
    case 'text-start':
      return index === 0;
    case 'text-end':
      return index === text.length;
    case 'line-start':
      return index === 0 || text[index - 1] === '\n';
    case 'line-end':
      return index === text.length || text[index] === '\n';
    case 'word-boundary':
      return isWord(text[index - 1]) !== isWord(text[index]);
    case 'no-word-boundary':
      return isWord(text[index - 1]) === isWord(text[index]);
  }
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /\w/.test(character);
}
