import { describe, expect, it } from 'vitest';
import { shortHex } from './short-hex.ts';

describe('shortHex', () => {
  it.each([
    [null, 'none'],
    ['', 'none'],
    ['a', '0A'],
    ['1a2b', '1A:2B'],
    ['1a:2b', '1A:2B'],
    ['0102030405060708090a0b0c', '01:02:03:04:05:06:07:08:09:0A:0B:0C'],
    ['0102030405060708090a0b0c0d', '01:02:03:04:05:06:07:08 … 0A:0B:0C:0D'],
  ])('of %s is %s', (hex, text) => {
    expect(shortHex(hex)).toBe(text);
  });
});
