import { describe, expect, it } from 'vitest';
import { summarise } from './file-sizes.mjs';

describe('file sizes', () => {
  it('give median, 95th percentile and the files over the cap', () => {
    const lines = new Map(Array.from({ length: 100 }, (_, i) => [`f${String(i)}`, i + 1]));
    lines.set('long', 401);
    expect(summarise(lines)).toEqual({
      median: 51,
      percentile95: 96,
      longest: ['long', 401],
      tooLong: [['long', 401]],
    });
  });

  it('are nothing without files', () => {
    expect(summarise(new Map())).toMatchObject({ median: 0, percentile95: 0, tooLong: [] });
  });
});
