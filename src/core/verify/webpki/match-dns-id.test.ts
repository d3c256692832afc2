import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchDnsId } from './match-dns-id.ts';
import { WebpkiError } from './webpki-error.ts';

function verdict(answer: boolean | WebpkiError): boolean | string {
  return answer instanceof WebpkiError ? answer.name : answer;
}

describe('matchDnsId', () => {
  // Compared with rustls-webpki 0.103.14.
  it.each([
    ['example.com', 'EXAMPLE.com', true],
    ['example.com', 'example.com.', true],
    ['example.com.', 'example.com', 'MalformedDnsIdentifier'],
    ['*.example.com', 'a.example.com', true],
    ['*.example.com', 'a.b.example.com', false],
    ['*.example.com', 'example.com', false],
    ['*.com', 'example.com', 'MalformedDnsIdentifier'],
    ['f*.example.com', 'foo.example.com', 'MalformedDnsIdentifier'],
    ['a.*.com', 'a.b.com', 'MalformedDnsIdentifier'],
    ['_a.example.com', '_a.example.com', true],
    ['a-.example.com', 'a-.example.com', 'MalformedDnsIdentifier'],
    ['10.0.0.1', '10.0.0.1', 'MalformedDnsIdentifier'],
    ['', 'example.com', 'MalformedDnsIdentifier'],
  ])('presented %j for %j: %j', (presented, reference, expected) => {
    expect(verdict(matchDnsId(presented, 'reference', reference))).toBe(expected);
  });

  it.each([
    ['a.example.com', 'permitted', 'example.com', true],
    ['example.com', 'permitted', 'example.com', true],
    ['badexample.com', 'permitted', 'example.com', false],
    ['a.example.com', 'permitted', '.example.com', true],
    ['example.com', 'permitted', '.example.com', false],
    ['example.com', 'permitted', '', true],
    ['example.com', 'permitted', 'example.com.', 'MalformedNameConstraint'],
    ['*.example.com', 'permitted', 'www.example.com', false],
    ['*.example.com', 'excluded', 'www.example.com', true],
    ['*.example.com', 'excluded', 'a.b.example.com', false],
    ['*.www.example.com', 'permitted', 'www.example.com', true],
  ] as const)('%j in the %s subtree %j: %j', (presented, role, base, expected) => {
    const answer = matchDnsId(presented, role, base, role === 'excluded');
    expect(verdict(answer)).toBe(expected);
  });

  const label = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
  const name = fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => labels.join('.'));

  it('takes every name for itself, in any case, and its wildcard for one more label', () => {
    fc.assert(
      fc.property(name, label, (one, first) => {
        expect(matchDnsId(one, 'reference', one.toUpperCase())).toBe(true);
        expect(matchDnsId(`*.${one}`, 'reference', `${first}.${one}`)).toBe(true);
        expect(matchDnsId(`*.${one}`, 'reference', one)).toBe(false);
        expect(matchDnsId(`${first}.${one}`, 'permitted', one)).toBe(true);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(['boolean', 'string']).toContain(typeof verdict(matchDnsId(one, 'excluded', other)));
      }),
    );
  });
});
