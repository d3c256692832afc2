import { describe, expect, it } from 'vitest';
import { suitesOf, TLS12_SUITES } from './cipher-suites.ts';
import { securityLevelOf } from './security-level.ts';

const names = (text: string | undefined) => suitesOf(text).map(({ name }) => name);

describe('suitesOf', () => {
  it('takes the default list in OpenSSL order, ECDSA before RSA, AEAD before CBC', () => {
    expect(names(undefined).slice(0, 4)).toEqual([
      'ECDHE-ECDSA-AES256-GCM-SHA384',
      'ECDHE-RSA-AES256-GCM-SHA384',
      'ECDHE-ECDSA-CHACHA20-POLY1305',
      'ECDHE-RSA-CHACHA20-POLY1305',
    ]);
    expect(names(undefined)).toHaveLength(TLS12_SUITES.length);
  });

  it.each([
    ['AES128-SHA:ECDHE-RSA-AES128-GCM-SHA256', ['AES128-SHA', 'ECDHE-RSA-AES128-GCM-SHA256']],
    ['ECDHE-RSA-AES128-GCM-SHA256:NO-SUCH-SUITE', ['ECDHE-RSA-AES128-GCM-SHA256']],
    ['AES128-SHA:AES256-SHA:!AES128-SHA', ['AES256-SHA']],
    ['AES128-SHA AES128-SHA', ['AES128-SHA']],
    ['aNULL:eNULL', []],
  ])('reads %s', (text, expected) => expect(names(text)).toEqual(expected));

  it.each([
    ['HIGH:!aNULL:!MD5', TLS12_SUITES.length],
    ['DEFAULT:!kRSA', 14],
    ['DEFAULT:!aECDSA', 13],
    ['HIGH:!SHA', 14],
  ])('leaves of %s the suites that are not removed', (text, count) =>
    expect(names(text)).toHaveLength(count),
  );
});

describe('securityLevelOf', () => {
  it.each([
    [undefined, 2],
    ['DEFAULT', 2],
    ['DEFAULT:@SECLEVEL=0', 0],
    ['HIGH:@SECLEVEL=1', 1],
    ['@SECLEVEL=5:HIGH', 5],
  ])('reads %s as level %i', (text, level) => expect(securityLevelOf(text)).toBe(level));
});
