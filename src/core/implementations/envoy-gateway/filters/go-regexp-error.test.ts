import { describe, expect, it } from 'vitest';
import { goRegexpError } from './go-regexp-error.ts';

describe("Go's errors for patterns", () => {
  it.each([
    ['*.example.com', 'missing argument to repetition operator: `*`'],
    ['/a|+', 'missing argument to repetition operator: `+`'],
    ['(?:*)', 'missing argument to repetition operator: `*`'],
    ['/x(?=y)', 'invalid or unsupported Perl syntax: `(?=`'],
    ['(a)\\1', 'invalid escape sequence: `\\1`'],
    ['/a**', 'invalid nested repetition operator: `**`'],
    ['/a++?b', 'invalid nested repetition operator: `++?`'],
    ['/(a', 'missing closing ): `/(a`'],
    ['/a)', 'unexpected ): `/a)`'],
    ['/[a(*', 'missing closing ]: `[a(*`'],
    ['a\\', 'trailing backslash at end of expression: ``'],
  ])('%s', (pattern, expected) =>
    expect(goRegexpError(pattern)).toBe(`error parsing regexp: ${expected}`),
  );

  it.each([
    '/a.*b',
    '[*(?=]+',
    '[]*]x',
    'a\\*\\(?',
    '(?i)a',
    '(?P<n>a)',
    '(?:a|b)?',
    'a{2}b*?',
    'a(?i)*',
    '\\Q(*',
    '(?<=a)b',
    '[[:alpha:]]+',
  ])('says nothing of %s', (pattern) => expect(goRegexpError(pattern)).toBeNull());
});
