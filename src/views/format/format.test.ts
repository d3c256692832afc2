import { describe, expect, it } from 'vitest';
import { count } from './count.ts';
import { daysBetween, distanceInWords } from './distance.ts';
import { formatDate, formatDateTime, isoDay } from './format-date.ts';
import { validityState, validityWords } from './validity.ts';
import { stepShape, stepWord } from './words.ts';

const at = (iso: string) => Date.parse(iso);

describe('dates', () => {
  it.each([
    ['2026-11-20T00:00:00Z', '20 Nov 2026', '20 Nov 2026 00:00 UTC', '2026-11-20'],
    ['2026-01-01T23:59:59Z', '1 Jan 2026', '1 Jan 2026 23:59 UTC', '2026-01-01'],
    ['2026-06-30T22:30:00-04:00', '1 Jul 2026', '1 Jul 2026 02:30 UTC', '2026-07-01'],
  ])('writes %s in UTC', (iso, date, dateTime, day) => {
    expect([formatDate(at(iso)), formatDateTime(at(iso)), isoDay(at(iso))]).toEqual([
      date,
      dateTime,
      day,
    ]);
  });

  it('says that there is no date', () => {
    expect([formatDate(null), formatDateTime(null), formatDateTime(Number.NaN)]).toEqual([
      'no date',
      'no date',
      'no date',
    ]);
  });
});

describe('distanceInWords', () => {
  const now = at('2026-11-20T23:00:00Z');
  it.each([
    ['2026-11-20T00:00:00Z', 'Today', 0],
    ['2026-11-21T00:00:00Z', 'Tomorrow', 1],
    ['2026-11-19T23:59:59Z', 'Yesterday', -1],
    ['2027-03-01T00:00:00Z', 'In 101 days', 101],
    ['2026-09-10T12:00:00Z', '71 days ago', -71],
    ['2036-08-18T00:00:00Z', 'In 3\u00a0559 days', 3559],
  ])('goes by calendar days: %s is %s', (iso, words, days) => {
    expect([distanceInWords(now, at(iso)), daysBetween(now, at(iso))]).toEqual([words, days]);
  });
});

describe('count', () => {
  it.each([
    [0, '0 objects'],
    [1, '1 object'],
    [999, '999 objects'],
    [1000, '1\u00a0000 objects'],
    [1_234_567, '1\u00a0234\u00a0567 objects'],
  ])('of %i', (amount, words) => {
    expect(count(amount, 'object')).toBe(words);
  });
});

describe('validity', () => {
  const dates = { notBefore: at('2025-09-10T00:00:00Z'), notAfter: at('2026-09-10T00:00:00Z') };
  it.each([
    ['2025-09-09T23:59:59Z', 'not-yet', 'not valid before 10 Sep 2025'],
    ['2025-09-10T00:00:00Z', 'valid', '365 days left'],
    ['2026-08-10T00:00:00Z', 'valid', '31 days left'],
    ['2026-08-12T00:00:00Z', 'soon', '29 days left'],
    ['2026-09-09T00:00:00Z', 'soon', '1 day left'],
    ['2026-09-10T00:00:00Z', 'soon', 'ends today'],
    ['2026-09-10T00:00:01Z', 'expired', 'expired 10 Sep 2026'],
  ])('on %s is %s', (iso, state, words) => {
    expect([validityState(dates, at(iso)), validityWords(dates, at(iso))]).toEqual([state, words]);
  });

  it('is unknown when a date cannot be read', () => {
    const broken = { notBefore: null, notAfter: dates.notAfter };
    expect([validityState(broken, 0), validityWords(broken, 0)]).toEqual([
      'unknown',
      'no readable dates',
    ]);
  });
});

describe('step marks', () => {
  it.each([
    ['failed', undefined, 'error'],
    ['not-reached', 'passed', 'would-pass'],
    ['not-reached', 'failed', 'would-fail'],
    ['not-reached', undefined, 'idle'],
    ['not-proven', undefined, 'unknown'],
    ['not-applicable', undefined, 'idle'],
  ] as const)('draw %s that would be %s as %s', (state, wouldBe, shape) => {
    expect(stepShape(state, wouldBe)).toBe(shape);
  });

  it.each([
    ['decisive', 'Fails here'],
    ['also', 'Also fails'],
    [undefined, 'Fails'],
  ] as const)('name a failure with the role %s "%s"', (role, word) => {
    expect(stepWord('failed', role)).toBe(word);
  });
});
