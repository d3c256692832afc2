import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesName } from './verify-hostname.ts';

describe('matchesName', () => {
  // Compared with Go 1.26. The host arrives in lower case.
  it.each([
    ['EXAMPLE.com', 'example.com', true],
    ['example.com', 'example.com.', true],
    ['example.com.', 'example.com', false],
    ['*.example.com', 'a.example.com', true],
    ['*.example.com', 'a.b.example.com', false],
    ['*.example.com', 'example.com', false],
    ['*.com', 'example.com', true],
    ['*', 'example', false],
    ['*', '*', true],
    ['f*.example.com', 'foo.example.com', false],
    ['f*.example.com', 'f*.example.com', true],
    ['a_b.example.com', 'a_b.example.com', true],
    ['-a.example.com', '-a.example.com', true],
    ['-a.example.com', '-a.example.com.', false],
    ['.', '.', false],
    ['', '', false],
  ])('%j for %j: %j', (pattern, host, expected) => {
    expect(matchesName(pattern, host)).toBe(expected);
  });

  const label = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,8}$/);
  const name = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));

  it('takes a name for itself, with a dot behind it too, and a wildcard for any one label', () => {
    fc.assert(
      fc.property(name, label, (one, first) => {
        expect(matchesName(one.toUpperCase(), one)).toBe(true);
        expect(matchesName(one, `${one}.`)).toBe(true);
        expect(matchesName(`*.${one}`, `${first}.${one}`)).toBe(true);
        expect(matchesName(`*.${one}`, `${first}.${first}.${one}`)).toBe(false);
      }),
    );
  });
});
