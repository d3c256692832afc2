import { describe, expect, it } from 'vitest';
import { aCertificate } from '../../state/analysis.testing.ts';
import { consequence, nextExpiry } from './consequence.ts';
import { failingWords } from './failing-words.ts';
import { addMonths, dateAfterKey, parseDay } from './shift-date.ts';

const at = (iso: string) => Date.parse(`${iso}T00:00:00Z`);
const certificate = (notBefore: string, notAfter: string) =>
  aCertificate({ id: notAfter, notBefore: at(notBefore), notAfter: at(notAfter) });

describe('consequence', () => {
  const long = certificate('2025-01-01', '2036-01-01');
  const short = certificate('2026-01-01', '2026-12-01');
  it.each([
    ['2026-06-01', 'ok', 'Next expiry 1 Dec 2026'],
    ['2026-11-20', 'warning', '1 of 2 certificates within 30 days of its end'],
    ['2026-12-02', 'error', '1 of 2 certificates expired'],
    ['2025-06-01', 'error', '1 of 2 certificates not yet valid'],
    ['2040-01-01', 'error', '2 of 2 certificates expired'],
  ])('of %s is %s: %s', (date, shape, text) => {
    expect(consequence([long, short], at(date))).toEqual({ shape, text });
  });

  it('is unknown without certificates', () => {
    expect(consequence([], 0)).toEqual({ shape: 'unknown', text: 'No certificates' });
  });
});

describe('nextExpiry', () => {
  it('is the first end that is still to come', () => {
    const ends = [{ notAfter: 30 }, { notAfter: 10 }, { notAfter: 20 }, { notAfter: null }];
    expect(nextExpiry(ends, 10)).toBe(20);
    expect(nextExpiry(ends, 30)).toBeNull();
  });
});

describe('moving the date', () => {
  it.each([
    ['2026-11-20', 'ArrowRight', false, '2026-11-21'],
    ['2026-01-01', 'ArrowLeft', false, '2025-12-31'],
    ['2026-11-20', 'ArrowRight', true, '2026-12-20'],
    ['2027-01-31', 'ArrowRight', true, '2027-02-28'],
    ['2024-03-31', 'ArrowLeft', true, '2024-02-29'],
    ['2026-12-15', 'ArrowRight', true, '2027-01-15'],
  ])('from %s by %s (shift: %s) comes to %s', (from, key, shift, to) => {
    expect(dateAfterKey(at(from) + 5000, key, shift)).toBe(at(to));
  });

  it('is not done by other keys', () => {
    expect(dateAfterKey(0, 'ArrowUp', false)).toBeNull();
  });

  it('goes over several years', () => {
    expect(addMonths(at('2026-11-30'), 27)).toBe(at('2029-02-28'));
  });
});

describe('parseDay', () => {
  it.each([
    ['2027-03-01', at('2027-03-01')],
    ['2027-3-1', null],
    ['2027-13-01', null],
    ['02027-03-01', null],
    ['', null],
    ['tomorrow', null],
  ])('reads %j', (text, expected) => {
    expect(parseDay(text)).toBe(expected);
  });
});

describe('failingWords', () => {
  it.each([
    [['error', 'ok'] as const, '1 of 2 gateways fail'],
    [['ok', 'unknown'] as const, '1 of 2 gateways not checked'],
    [['ok', 'warning'] as const, 'All 2 gateways pass'],
    [['ok'] as const, 'Passes'],
    [['error'] as const, 'Fails'],
  ])('of %j is %s', (verdicts, words) => {
    expect(failingWords(verdicts.map((verdict) => ({ verdict, headline: '' })))).toBe(words);
  });

  it('gives the one verdict in its own words', () => {
    expect(failingWords([{ verdict: 'error', headline: 'Fails at step 8' }])).toBe(
      'Fails at step 8',
    );
  });
});
