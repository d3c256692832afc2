import { describe, expect, it } from 'vitest';
import { namespaceProblem } from './namespace-problem.ts';

describe('namespaceProblem', () => {
  it.each(['default', 'a', 'team-1', '9', 'x'.repeat(63)])('accepts %s', (name) => {
    expect(namespaceProblem(name)).toBeNull();
  });

  it.each(['', '-a', 'a-', 'A', 'a.b', 'a_b', 'x'.repeat(64)])('refuses %j', (name) => {
    expect(namespaceProblem(name)).not.toBeNull();
  });
});
