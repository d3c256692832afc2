import { describe, expect, it } from 'vitest';
import { isAtLeast } from './is-at-least.ts';

describe('isAtLeast', () => {
  it.each([
    ['1.9', [1, 9], true],
    ['1.8', [1, 9], false],
    ['1.10', [1, 9], true],
    ['2.0', [1, 9], true],
    ['v1.9.1', [1, 9], true],
    ['1.8.2', [1, 8, 3], false],
    ['1.8.3', [1, 8, 3], true],
    ['1.7', [1, 8, 3], false],
  ] as const)('version %s against %j is %s', (version, [major, minor, patch], expected) => {
    expect(isAtLeast(version, major, minor, patch)).toBe(expected);
  });

  it('takes a line without a patch number for its newest patch', () => {
    expect(isAtLeast('1.8', 1, 8, 3)).toBe(true);
  });
});
