import type { Check } from '../../core/analysis/pages/index.ts';

/** Checks under their areas, both in the order of the list. */
export function byArea(checks: readonly Check[]): readonly (readonly [string, readonly Check[]])[] {
  const areas = new Map<string, Check[]>();
  for (const check of checks) {
    const own = areas.get(check.area);
    if (own === undefined) areas.set(check.area, [check]);
    else own.push(check);
  }
  return [...areas];
}
