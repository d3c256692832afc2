import { describe, expect, it } from 'vitest';
import { stepLook } from './step-look.ts';

describe('stepLook', () => {
  it.each([
    [{ state: 'passed' }, 'ok', 'Passes', 'ok'],
    [{ state: 'failed', role: 'decisive' }, 'error', 'Fails here', 'err'],
    [{ state: 'failed', role: 'also' }, 'error', 'Also fails', 'err'],
    [
      { state: 'not-reached', wouldBe: { state: 'failed', text: 'would be 400' } },
      'would-fail',
      'Not reached',
      'later',
    ],
    [
      { state: 'not-reached', wouldBe: { state: 'passed', text: 'would pass' } },
      'would-pass',
      'Not reached',
      'later',
    ],
    [{ state: 'not-reached' }, 'idle', 'Not reached', 'later'],
    [{ state: 'not-checked' }, 'unknown', 'Not checked', 'later'],
  ] as const)('shows %j as %s "%s"', (step, shape, word, tone) => {
    expect(stepLook(step)).toEqual({ shape, word, tone });
  });
});
