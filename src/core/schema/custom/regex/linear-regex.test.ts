import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeLinearRegex } from './linear-regex.ts';

/** Text of the first match, null for none, `!` and the reason for a refused pattern. */
function first(pattern: string, text: string): string | null {
  const made = makeLinearRegex(pattern);
  if (!made.ok) return `!${made.error}`;
  const found = made.regex.find(text, 0);
  return found === null ? null : text.slice(found.start, found.end);
}

describe('a pattern that cannot backtrack', () => {
  it.each([
    ['a|ab', 'ab', 'a'],
    ['ab|a', 'ab', 'ab'],
    ['a+?', 'aaa', 'a'],
    ['(?U)a+', 'aaa', 'a'],
    ['(?i)HOST', 'my host', 'host'],
    ['(?i:h)OST', 'hOST', 'hOST'],
    ['^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', 'a-b', 'a-b'],
    ['^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', 'a-', null],
    ['[[:alpha:]]+', '12ab3', 'ab'],
    ['[^\\d]', '12x', 'x'],
    ['[]a]+', 'x]a', ']a'],
    ['[a\\]-]+', '-]', '-]'],
    ['\\bfoo\\b', 'a foo b', 'foo'],
    ['\\Bo', 'fo', 'o'],
    ['(?m)^b$', 'a\nb\nc', 'b'],
    ['^b$', 'a\nb', null],
    ['a.c', 'a\nc', null],
    ['(?s)a.c', 'a\nc', 'a\nc'],
    ['\\Qa.b\\E+', 'a.bb', 'a.bb'],
    ['x{2,3}', 'xxxx', 'xxx'],
    ['x{2}', 'xxx', 'xx'],
    ['x{,2}', 'x{,2}', 'x{,2}'],
    ['\\x41\\x{42}', 'AB', 'AB'],
    ['(?P<name>a)b', 'ab', 'ab'],
    ['', 'abc', ''],
    ['.', '😀', '😀'],
    ['a$|b', 'ab', 'b'],
  ])('%s in %j finds %j', (pattern, text, found) => {
    expect(first(pattern, text)).toBe(found);
  });

  it.each([
    ['(a', 'missing closing )'],
    ['a)', 'unexpected )'],
    ['[a', 'missing closing ]'],
    ['*a', 'missing argument to repetition operator'],
    ['a**', 'invalid nested repetition operator'],
    ['a{1001}', 'invalid repeat count'],
    ['[z-a]', 'invalid character class range'],
    ['\\1', 'invalid escape sequence: `\\1`'],
    ['(?=a)', 'invalid or unsupported Perl syntax'],
    ['a\\', 'trailing backslash at end of expression'],
    ['((a{900}){900})', 'expression too large'],
    ['('.repeat(1000), 'expression nests too deeply'],
  ])('refuses %s', (pattern, reason) => {
    expect(first(pattern, 'a')).toBe(`!error parsing regexp: ${reason}`);
  });

  it('needs no more time for a pattern that makes others backtrack', () => {
    const started = performance.now();
    expect(first('^(a+)+$', `${'a'.repeat(5000)}b`)).toBe(null);
    expect(first('(a*)*(a*)*(a|aa)*c', 'a'.repeat(5000))).toBe(null);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('finds what JavaScript finds where the two syntaxes mean the same', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '(a|b)', '(ab|a)', '^', '$', '\\b');
    const piece = fc.tuple(atom, fc.constantFrom('', '*', '+', '?', '{1,2}', '*?', '+?'));
    const pattern = fc
      .array(piece, { maxLength: 5 })
      .map((pieces) =>
        pieces.map(([one, many]) => (/^(?:\^|\$|\\b)$/.test(one) ? one : one + many)).join(''),
      );
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 12 });
    fc.assert(
      fc.property(pattern, text, (source, subject) => {
        expect(first(source, subject)).toBe(new RegExp(source, 'u').exec(subject)?.[0] ?? null);
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws on any pattern', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (pattern, text) => {
        first(pattern, text);
      }),
      { numRuns: 2000 },
    );
  });
});
