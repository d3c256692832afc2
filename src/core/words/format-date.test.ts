import { describe, expect, it } from 'vitest';
import { formatDate } from './format-date.ts';

describe('formatDate', () => {
  it.each([
    [Date.UTC(2026, 10, 20, 23, 59), '20 Nov 2026'],
    [0, '1 Jan 1970'],
    [-1, '31 Dec 1969'],
  ])('writes %i as %s', (epoch, text) => {
    expect(formatDate(epoch)).toBe(text);
    expect(formatDate(epoch, 'an unreadable date')).toBe(text);
  });

  it.each([null, Number.NaN, 1e20])('has the word that fits the sentence for %s', (epoch) => {
    expect(formatDate(epoch)).toBe('no date');
    expect(formatDate(epoch, 'an unreadable date')).toBe('an unreadable date');
  });
});
