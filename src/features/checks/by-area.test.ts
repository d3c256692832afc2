import { describe, expect, it } from 'vitest';
import { checks } from '../../core/analysis/pages/index.ts';
import { byArea } from './by-area.ts';

describe('byArea', () => {
  it('keeps every check once, under its own area, each area once', () => {
    const groups = byArea(checks);
    const areas = groups.map(([area]) => area);
    expect(areas[0]).toBe('Handshake');
    expect(new Set(areas).size).toBe(areas.length);
    expect(groups.flatMap(([, own]) => own)).toHaveLength(checks.length);
    for (const [area, own] of groups)
      expect(new Set(own.map((one) => one.area))).toEqual(new Set([area]));
  });

  it('has no heading without a check', () => {
    expect(byArea([])).toEqual([]);
  });
});
