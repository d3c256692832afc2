import { describe, expect, it } from 'vitest';
import { joinEdits } from './join-edits.ts';

const edit = (start: number, end: number, text: string) => ({
  fileId: 'f',
  range: { start, end },
  text,
});

describe('joinEdits', () => {
  it('joins edits of one line and leaves those of other lines alone', () => {
    const edits = [edit(12, 13, 'Z'), edit(4, 5, 'Y'), edit(0, 1, 'X')];
    expect(joinEdits('a: bc d\ne: f g\n', edits)).toEqual([edit(0, 5, 'X: bY'), edit(12, 13, 'Z')]);
  });
});
