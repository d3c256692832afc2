import { describe, expect, it } from 'vitest';
import type { KeyAlgorithm } from '../pki/index.ts';
import { keyRefusals } from './key-refusals.ts';
import { acceptedEverywhere } from './problems/key-problems.ts';

describe('keyRefusals', () => {
  it.each<readonly [KeyAlgorithm, readonly string[]]>([
    ['EC P-256', []],
    ['EC P-384', ['kgateway']],
    ['EC P-521', ['envoy-gateway', 'kgateway']],
    ['RSA 2048', []],
    ['RSA 3072', []],
    ['RSA 4096', []],
    ['Ed25519', ['envoy-gateway', 'kgateway']],
  ])('%s is refused by %j', (algorithm, expected) => {
    const refusals = keyRefusals(algorithm);
    expect(refusals.map(({ implementation }) => implementation)).toEqual(expected);
    expect(acceptedEverywhere.includes(algorithm)).toBe(expected.length === 0);
  });
});
