import { expect, it } from 'vitest';
import type { RenderedFinding } from '../../core/analysis/types.ts';
import { findingOf } from './finding-of.ts';

const finding = (id: string, message: string, placed = true): RenderedFinding => ({
  id,
  code: 'X',
  severity: 'error',
  subject: { kind: 'workspace' },
  params: { message },
  fixes: [],
  title: id,
  detail: '',
  action: '',
  source: '',
  ...(placed && { at: { fileId: 'f', range: { start: 0, end: 1 } } }),
});

const findings = [
  finding('unplaced', 'certificate reference not found', false),
  finding('short', 'not found'),
  finding('other', 'certificate reference is empty'),
  finding('same', 'certificate reference not found'),
];

it('finds the problem whose text is in the message, whatever its first letter and full stop', () => {
  expect(findingOf(findings, 'Certificate reference not found.')?.id).toBe('same');
  expect(findingOf(findings, 'rule 0: certificate reference not found: {a}')?.id).toBe('same');
  expect(findingOf(findings, 'backend not found')).toBeUndefined();
  expect(findingOf(findings, '')).toBeUndefined();
});
