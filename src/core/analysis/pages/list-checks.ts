import { catalogue, type FindingCode } from '../catalogue.ts';
import { areaOf } from './check-areas.ts';
import { findingPages } from './finding-pages.ts';
import { whyNoFix } from '../why-no-fix.ts';
import type { FindingPage } from './types.ts';

/** One check of this app: its code, its page and what it rests on. */
export interface Check extends FindingPage {
  readonly code: string;
  readonly area: string;
  /** RFC, GEP, library function or product documentation. */
  readonly source: string;
  /** Why no edit is proposed; null where one can be. */
  readonly noFix: string | null;
}

/** All checks in the order of the areas, those of one area in the order of their catalogue. */
export const checks: readonly Check[] = Object.entries(findingPages).map(([code, page]) => ({
  code,
  area: areaOf(code),
  source: catalogue[code as FindingCode].source,
  noFix: whyNoFix(code),
  ...page,
}));

/** The check of a finding's code; undefined for a code that no area has. */
export function checkOf(code: string): Check | undefined {
  return checks.find((check) => check.code === code);
}

/** Checks in whose code, area or texts every word of `query` occurs; all of them for an empty query. */
export function findChecks(query: string): readonly Check[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return checks;
  return checks.filter(({ code, area, title, what, why, fix }) => {
    const text = [code, area, title, what, why, fix].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
