import { describe, expect, it } from 'vitest';
import { decodeAnything } from './decode-anything.testing.ts';
import { fuzzSeeds } from './fuzz-seeds.testing.ts';
import { mutate } from './mutate-der.testing.ts';
import { Random } from './random.testing.ts';

describe('decodeCertificate and decodeCrl on damaged DER', () => {
  it('find the elements of every seed, wrapped ones too', () => {
    expect(fuzzSeeds.map(({ spans }) => spans.length > 40)).toEqual([true, true, true]);
    expect(fuzzSeeds.map(({ der }) => decodeAnything(der))).toEqual([true, true, true]);
  });

  // A slice of `npm run fuzz`, which goes through a million.
  it('keep their promises on ten thousand mutations', () => {
    const random = new Random(20261120);
    let decoded = 0;
    for (let count = 0; count < 10_000; count++) {
      if (decodeAnything(mutate(random, random.pick(fuzzSeeds), fuzzSeeds))) decoded++;
    }
    // Neither all broken at once nor none: the mutations reach what lies inside.
    expect(decoded).toBeGreaterThan(2000);
    expect(decoded).toBeLessThan(8_000);
  });
});
