import { describe, expect, it } from 'vitest';
import { longHex } from './long-hex.ts';

describe('longHex', () => {
  it.each([
    ['#fff', '#ffffff'],
    ['#1aF', '#11aaFF'],
    ['#1a2f', '#11aa22ff'],
    ['#12161c', '#12161c'],
    ['red', 'red'],
    ['', ''],
  ])('writes %j as %j', (short, long) => {
    expect(longHex(short)).toBe(long);
  });
});
