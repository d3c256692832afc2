import { describe, expect, it } from 'vitest';
import type { RenderedFinding } from '../../core/analysis/types.ts';
import { safeEdits } from './safe-edits.ts';

function finding(id: string, start: number, end: number, safe = true): RenderedFinding {
  const edit = { fileId: 'f', range: { start, end }, text: id };
  return {
    id,
    code: 'X',
    severity: 'error',
    subject: { kind: 'workspace' },
    params: {},
    fixes: [{ id: `${id}!0`, title: id, edits: [edit], safe }],
    title: id,
    detail: '',
    action: '',
    source: '',
  };
}

describe('safeEdits', () => {
  it('takes the fixes that are safe, once each, and leaves out what touches one taken before', () => {
    const all = [
      finding('a', 0, 4),
      finding('b', 4, 6),
      finding('c', 9, 9),
      finding('d', 20, 21, false),
      finding('c', 9, 9),
    ];
    const { taken, edits, leftOut } = safeEdits(all);
    expect(taken.map(({ title }) => title)).toEqual(['a', 'c']);
    expect(leftOut.map(({ title }) => title)).toEqual(['b']);
    expect(edits).toEqual([
      { fileId: 'f', range: { start: 0, end: 4 }, text: 'a' },
      { fileId: 'f', range: { start: 9, end: 9 }, text: 'c' },
    ]);
  });
});
