import { describe, expect, it } from 'vitest';
import type { StepState } from '../../core/model/index.ts';
import { leadingPasses } from './leading-passes.ts';

const of = (...states: StepState[]) => leadingPasses(states.map((state) => ({ state })));

describe('leadingPasses', () => {
  it('counts up to the first step that does not pass', () => {
    expect(of('passed', 'passed', 'failed', 'passed')).toBe(2);
    expect(of('passed', 'passed', 'passed', 'not-checked')).toBe(3);
  });

  it('folds nothing when there is at most one', () => {
    expect(of('failed', 'passed')).toBe(0);
    expect(of('passed', 'warning')).toBe(0);
  });

  it('folds nothing when every step passes', () => {
    expect(of('passed', 'passed', 'passed')).toBe(0);
  });
});
