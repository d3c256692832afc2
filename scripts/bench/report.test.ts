import { describe, expect, it } from 'vitest';
import { formatTable, judge, median } from './report.ts';
import type { Row } from './report.ts';

const row = (value: number, unit: Row['unit'], budget: number | null): Row => ({
  name: 'row',
  value,
  unit,
  budget,
});

describe('bench report', () => {
  it.each([
    [row(50, 'ms', 50), 'within'],
    [row(51, 'ms', 50), 'over'],
    [row(150, 'ms', 50), 'over'],
    [row(150.1, 'ms', 50), 'missed'],
    [row(250, 'kB', 250), 'within'],
    [row(250.1, 'kB', 250), 'missed'],
    [row(2.9, '×', 2.5), 'over'],
    [row(3.1, '×', 2.5), 'missed'],
    [row(9999, 'ms', null), 'no budget'],
  ])('judges %o as %s', (subject, verdict) => {
    expect(judge(subject)).toBe(verdict);
  });

  it('lines up its columns', () => {
    expect(formatTable([{ ...row(4.25, 'ms', 50), name: 'a' }, row(1234, 'kB', null)])).toBe(
      ['a         4.3 ms  of 50 ms     within', 'row    1234.0 kB               no budget'].join(
        '\n',
      ),
    );
  });

  it('tells how many times as long in two decimals', () => {
    expect(formatTable([row(0.1712, '×', 1 / 3)])).toBe('row       0.17 ×  of 0.33 ×    within');
  });

  it('takes the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([])).toBe(0);
  });
});
