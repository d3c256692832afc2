import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOnAxis, timeAxis, yearsOn } from './time-axis.ts';

const now = Date.parse('2026-11-20T00:00:00Z');

describe('timeAxis', () => {
  it('stands still while the date moves within it', () => {
    const before = timeAxis(now, now);
    expect(timeAxis(now, Date.parse('2027-11-20T00:00:00Z'))).toEqual(before);
    expect(timeAxis(now, Date.parse('2025-12-20T00:00:00Z'))).toEqual(before);
  });

  it('has the date inside, away from its ends, however far it goes', () => {
    const moment = fc.integer({ min: 0, max: Date.parse('2200-01-01T00:00:00Z') });
    fc.assert(
      fc.property(moment, (at) => {
        const place = placeOnAxis(timeAxis(now, at), at);
        expect(place).toBeGreaterThan(0);
        expect(place).toBeLessThan(100);
      }),
    );
  });

  it('has a mark for every first of January on it', () => {
    expect(yearsOn(timeAxis(now, now)).map(({ year }) => year)).toEqual([2026, 2027, 2028]);
  });
});

describe('placeOnAxis', () => {
  it.each([
    [-5, 0],
    [0, 0],
    [1, 33.33],
    [3, 100],
    [9, 100],
  ])('puts %i at %f percent', (moment, place) => {
    expect(placeOnAxis({ start: 0, end: 3 }, moment)).toBe(place);
  });
});
