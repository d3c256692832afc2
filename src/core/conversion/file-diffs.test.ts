import { describe, expect, it } from 'vitest';
import { fileDiffs } from './file-diffs.ts';

const file = (id: string, text: string) => ({ id, path: `${id}.yaml`, text });
const shown = (before: string, after: string) =>
  fileDiffs([file('a', before)], [file('a', after)]).flatMap(({ hunks }) =>
    hunks.map(
      (hunk) =>
        `@${String(hunk.before)},${String(hunk.after)} ${hunk.lines.map(({ kind, text }) => (kind === 'add' ? '+' : kind === 'del' ? '-' : ' ') + text).join('|')}`,
    ),
  );

describe('fileDiffs', () => {
  it('shows two lines around a change', () => {
    expect(shown('1\n2\n3\n4\n5\n6\n7\n', '1\n2\n3\nX\n5\n6\n7\n')).toEqual([
      '@2,2  2| 3|-4|+X| 5| 6',
    ]);
  });

  it('tells changes apart that are far from each other, with their line numbers', () => {
    expect(shown('a\n1\n2\n3\n4\n5\n6\nb\n', 'a\nnew\n1\n2\n3\n4\n5\n6\n')).toEqual([
      '@1,1  a|+new| 1| 2',
      '@6,7  5| 6|-b',
    ]);
  });

  it('names files that come and go', () => {
    const diffs = fileDiffs(
      [file('a', 'x\n'), file('same', 's')],
      [file('same', 's'), file('b', 'y\n')],
    );
    expect(diffs.map(({ path, change, hunks }) => [path, change, hunks[0]?.lines])).toEqual([
      ['a.yaml', 'removed', [{ kind: 'del', text: 'x' }]],
      ['b.yaml', 'added', [{ kind: 'add', text: 'y' }]],
    ]);
  });
});
