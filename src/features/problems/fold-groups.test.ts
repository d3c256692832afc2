import { describe, expect, it } from 'vitest';
import type { RenderedFinding } from '../../core/analysis/types.ts';
import { foldGroups } from './fold-groups.ts';

const finding = (id: string, group?: string): RenderedFinding => ({
  id,
  code: 'X',
  severity: 'note',
  subject: { kind: 'workspace' },
  params: {},
  fixes: [],
  title: id,
  detail: '',
  action: '',
  source: '',
  ...(group !== undefined && { group }),
});

const findings = [
  finding('a1', 'a'),
  finding('lone'),
  finding('b1', 'b'),
  finding('a2', 'a'),
  finding('b2', 'b'),
  finding('a3', 'a'),
];

const shown = (open: readonly string[]): readonly string[] =>
  foldGroups(findings, new Set(open)).map((entry) =>
    entry.kind === 'finding' ? entry.finding.id : `${entry.open ? '-' : '+'}${String(entry.count)}`,
  );

describe('foldGroups', () => {
  it('keeps the first of a group and folds the others; two are not worth folding', () => {
    expect(shown([])).toEqual(['a1', '+2', 'lone', 'b1', 'b2']);
  });

  it('shows an unfolded group together', () => {
    expect(shown(['a'])).toEqual(['a1', '-2', 'a2', 'a3', 'lone', 'b1', 'b2']);
  });
});
