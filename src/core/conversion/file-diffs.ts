import type { WorkspaceFile } from '../model/index.ts';
import { alignLines } from '../source/index.ts';

/** What becomes of one file, as people compare texts. */
export interface FileDiff {
  readonly path: string;
  readonly change: 'added' | 'edited' | 'removed';
  readonly hunks: readonly DiffHunk[];
}

/** Lines that change, with a few around them that do not. */
export interface DiffHunk {
  /** Number of the first line, in the old text and in the new one; from 1. */
  readonly before: number;
  readonly after: number;
  readonly lines: readonly HunkLine[];
}

export interface HunkLine {
  readonly kind: 'context' | 'del' | 'add';
  readonly text: string;
}

/** Lines around a change that are shown. */
const AROUND = 2;

/** Files that differ, in the order of the new ones. */
export function fileDiffs(
  before: readonly WorkspaceFile[],
  after: readonly WorkspaceFile[],
): readonly FileDiff[] {
  const earlier = new Map(before.map((file) => [file.id, file]));
  const later = new Set(after.map(({ id }) => id));
  return [
    ...before
      .filter(({ id }) => !later.has(id))
      .map(({ path, text }) => diff(path, 'removed', text, '')),
    ...after.flatMap(({ id, path, text }) => {
      const old = earlier.get(id)?.text;
      if (old === text) return [];
      return [diff(path, old === undefined ? 'added' : 'edited', old ?? '', text)];
    }),
  ];
}

function diff(path: string, change: FileDiff['change'], before: string, after: string): FileDiff {
  const lines = numbered(linesOf(before), linesOf(after));
  const hunks: DiffHunk[] = [];
  let open: HunkLine[] = [];
  let quiet = AROUND + 1;
  for (const [at, line] of lines.entries()) {
    quiet = line.kind === 'context' ? quiet + 1 : 0;
    const isNear = lines.slice(at, at + AROUND + 1).some(({ kind }) => kind !== 'context');
    if (quiet > AROUND && !isNear) {
      open = [];
      continue;
    }
    const { kind, text } = line;
    if (open.length === 0) hunks.push({ before: line.before, after: line.after, lines: open });
    open.push({ kind, text });
  }
  return { path, change, hunks };
}

type NumberedLine = HunkLine & Pick<DiffHunk, 'before' | 'after'>;

/** Old and new lines in one list: what goes stands before what comes. */
function numbered(old: readonly string[], now: readonly string[]): readonly NumberedLine[] {
  const lines: NumberedLine[] = [];
  let next = 0;
  const add = (to: number, before: number) => {
    for (; next < to; next += 1)
      lines.push({ kind: 'add', text: now[next] ?? '', before, after: next + 1 });
  };
  for (const [index, place] of alignLines(old, now).entries()) {
    const text = old[index] ?? '';
    if (place === null) lines.push({ kind: 'del', text, before: index + 1, after: next + 1 });
    else {
      add(place, index + 1);
      lines.push({ kind: 'context', text, before: index + 1, after: place + 1 });
      next = place + 1;
    }
  }
  add(now.length, old.length + 1);
  return lines;
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
