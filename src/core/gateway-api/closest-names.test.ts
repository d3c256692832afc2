import { describe, expect, it } from 'vitest';
import { closestNames } from './closest-names.ts';

describe('closestNames', () => {
  it.each([
    ['backend-cret', ['backend-cert', 'gateway-cert', 'app'], ['backend-cert']],
    ['ca', ['ca-bundle', 'ca2', 'unrelated'], ['ca2']],
    ['app-tls', ['app-tls-secret', 'zzz'], ['app-tls-secret']],
    ['x', [], []],
    ['aaaa', ['aaab', 'aaac', 'aaad', 'aaae'], ['aaab', 'aaac', 'aaad']],
    ['secure-app', ['SECURE-APP'], []],
  ])('%s among %j: %j', (wanted, existing, expected) => {
    expect(closestNames(wanted, existing)).toEqual(expected);
  });
});
