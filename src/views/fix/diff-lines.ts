import type { TextEdit } from '../../core/model/index.ts';

export interface DiffLine {
  readonly kind: 'del' | 'add' | 'context';
  readonly text: string;
}

const SHOWN = 3;
const LONGEST = 120;

/**
 * The lines that one edit takes away and puts in, the first few of each; the rest is counted. Whole lines are shown,
 * so that a change inside a line can be read.
 */
export function diffLines(text: string, edit: TextEdit): readonly DiffLine[] {
  const from = text.lastIndexOf('\n', edit.range.start - 1) + 1;
  const lineEnd = text.indexOf('\n', edit.range.end);
  const to = lineEnd === -1 ? text.length : lineEnd;
  const before = text.slice(from, to);
  const after = text.slice(from, edit.range.start) + edit.text + text.slice(edit.range.end, to);
  const [removed, added] = withoutCommonEnds(linesOf(before), linesOf(after));
  return [...shown(removed, 'del'), ...shown(added, 'add')];
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/);
}

function withoutCommonEnds(
  before: readonly string[],
  after: readonly string[],
): readonly [readonly string[], readonly string[]] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start])
    start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return [before.slice(start, before.length - end), after.slice(start, after.length - end)];
}

function shown(lines: readonly string[], kind: 'del' | 'add'): readonly DiffLine[] {
  const first = lines.slice(0, SHOWN).map((line) => ({ kind, text: shorten(line) }));
  const rest = lines.length - first.length;
  return rest === 0
    ? first
    : [
        ...first,
        { kind: 'context', text: `… ${String(rest)} more ${rest === 1 ? 'line' : 'lines'}` },
      ];
}

function shorten(line: string): string {
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
