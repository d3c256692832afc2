import { describe, expect, it } from 'vitest';
import { diffLines } from './diff-lines.ts';

const text = 'spec:\n  name: old # keep\n  port: 1\n';
const edit = (start: number, end: number, inserted: string) => ({
  fileId: 'f',
  range: { start, end },
  text: inserted,
});

describe('diffLines', () => {
  it('shows the whole line around a change inside it', () => {
    expect(diffLines(text, edit(14, 17, 'new'))).toEqual([
      { kind: 'del', text: '  name: old # keep' },
      { kind: 'add', text: '  name: new # keep' },
    ]);
  });

  it('shows only what is added when nothing goes', () => {
    expect(diffLines(text, edit(text.length, text.length, '---\nkind: X\n'))).toEqual([
      { kind: 'add', text: '---' },
      { kind: 'add', text: 'kind: X' },
    ]);
  });

  it('counts the lines that it does not show', () => {
    const many = Array.from({ length: 9 }, (_, i) => `l${String(i)}`).join('\n');
    expect(diffLines('', edit(0, 0, many)).at(-1)).toEqual({
      kind: 'context',
      text: '… 6 more lines',
    });
  });
});
