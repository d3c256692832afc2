import { describe, expect, it } from 'vitest';
import { matchHostPattern, starPosition } from './match-host-pattern.ts';

/** Rows h02 to h50 of the recorded nginx runs, and the corners of `valid_star` and `wildcard_match`. */
const rows: readonly (readonly [pattern: string, host: string, matches: boolean])[] = [
  ['secure-app.example.com', 'secure-app.example.com', true],
  ['SECURE-APP.EXAMPLE.COM', 'secure-app.example.com', true],
  ['secure-app.example.com', 'Secure-App.Example.Com', true],
  ['secure-app.example.com', 'secure-app.example.com.', false],
  ['secure-app.example.com.', 'secure-app.example.com', false],
  ['secure-app', 'secure-app', true],
  ['10.0.0.1', '10.0.0.1', true],
  ['*.example.com', 'secure-app.example.com', true],
  ['*.example.com', 'a.b.example.com', false],
  ['*.example.com', 'example.com', false],
  ['*.example.com', '.example.com', true],
  ['*.example.com', '*.example.com', true],
  ['*.example.com', 'a_b.example.com', false],
  ['*.example.com', 'xn--bcher-kva.example.com', true],
  ['*.EXAMPLE.com', 'a.example.COM', true],
  ['a_b.example.com', 'a_b.example.com', true],
  ['*.default.svc.cluster.local', 'secure-app.default.svc.cluster.local', true],
  ['secure-*.example.com', 'secure-app.example.com', false],
  ['secure*.example.com', 'secure-app.example.com', true],
  ['secure-app*.example.com', 'secure-app.example.com', true],
  ['*-app.example.com', 'secure-app.example.com', true],
  ['*app.example.com', 'app.example.com', true],
  ['s*p.example.com', 'secure-app.example.com', false],
  ['*.com', 'example.com', false],
  ['*.com', '*.com', true],
  ['*', 'localhost', false],
  ['*', '*', true],
  ['secure-app.*.com', 'secure-app.example.com', false],
  ['*.*.com', 'a.b.com', false],
  ['**.example.com', 'a.example.com', false],
  ['xn--*.example.com', 'xn--a.example.com', false],
  ['x*.example.com', 'xn--a.example.com', false],
  ['x*.example.com', 'xyz.example.com', true],
  ['*.-a.example.com', 'b.-a.example.com', false],
  ['*.a-.example.com', 'b.a-.example.com', false],
  ['*.exa_mple.com', 'a.exa_mple.com', false],
  ['*.example.com.', 'a.example.com.', false],
  ['*..example.com', 'a..example.com', false],
  ['a\0.example.com', 'a\0.example.com', false],
  ['a.b.example.com', '.example.com', true],
  ['example.com', '.example.com', false],
  ['a\0.example.com', '.example.com', false],
  ['example.com', '', false],
];

describe('matchHostPattern', () => {
  it.each(rows)('%j against %j: %s', (pattern, host, matches) => {
    expect(matchHostPattern(pattern, host)).toBe(matches);
  });
});

describe('starPosition', () => {
  it.each([
    ['*.a.b', 0],
    ['w*.a.b', 1],
    ['*w.a.b', 0],
    ['w-*.a.b', -1],
    ['*-w.a.b', 0],
    ['*-.a.b', -1],
    ['-*.a.b', -1],
    ['a.*.b', -1],
    ['a.b.c', -1],
    ['*.a', -1],
    ['XN--*.a.b', -1],
    ['*.a.b!', -1],
  ])('%s has its wildcard at %i', (pattern, at) => {
    expect(starPosition(pattern)).toBe(at);
  });
});
