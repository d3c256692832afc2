import { describe, expect, it } from 'vitest';
import { aFinding } from './analysis.testing.ts';
import { neighbourProblem, orderProblems } from './order-problems.ts';

const findings = [
  aFinding('note 5', 'note', 5),
  aFinding('warning', 'warning'),
  aFinding('error 6', 'error', 6),
  aFinding('error', 'error'),
  aFinding('error 8', 'error', 8),
  aFinding('warning 8', 'warning', 8),
];

describe('orderProblems', () => {
  it('puts errors first, and of them the one that ends the connection', () => {
    expect(orderProblems(findings, 8).map((one) => one.id)).toEqual([
      'error 8',
      'error 6',
      'error',
      'warning 8',
      'warning',
      'note 5',
    ]);
  });
});

describe('neighbourProblem', () => {
  it.each([
    ['the first, from nowhere on', null, 1, 'note 5'],
    ['the last, from nowhere back', null, -1, 'warning 8'],
    ['the next', 'warning', 1, 'error 6'],
    ['the first after the last', 'warning 8', 1, 'note 5'],
    ['the last before the first', 'note 5', -1, 'warning 8'],
  ] as const)('goes to %s', (_where, selected, direction, expected) => {
    expect(neighbourProblem(findings, selected, direction)?.id).toBe(expected);
  });

  it('has nowhere to go without problems', () => {
    expect(neighbourProblem([], null, 1)).toBeNull();
  });
});
