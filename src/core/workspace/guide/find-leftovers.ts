import type { TextRange } from '../../model/index.ts';
import { linesOf } from './regions.ts';

const QUOTED = /^[\s>|*+-]*["'`]?(apiVersion|kind)["'`]?\s*:\s*\S/;
/** Both fields of one object stand within so many lines. */
const REACH = 60;

/**
 * Places that look like a manifest (`apiVersion` and `kind` near each other) and lie in none of the given ranges: in a
 * quotation, a table, a diff. Nothing that may be a manifest goes unmentioned.
 */
export function findLeftovers(text: string, covered: readonly TextRange[]): readonly TextRange[] {
  const sorted = [...covered].sort((a, b) => a.start - b.start);
  const found: TextRange[] = [];
  let half: { readonly field: string; readonly start: number; readonly line: number } | null = null;
  let number = 0;
  let next = 0;
  for (const line of linesOf(text, { start: 0, end: text.length })) {
    number += 1;
    while ((sorted[next]?.end ?? Infinity) < line.start) next += 1;
    const field = QUOTED.exec(line.text)?.[1];
    if (field === undefined) continue;
    if ((sorted[next]?.start ?? Infinity) <= line.end) {
      half = null;
      continue;
    }
    if (half !== null && half.field !== field && number - half.line <= REACH) {
      found.push({ start: half.start, end: line.end });
      half = null;
    } else half = { field, start: line.start, line: number };
  }
  return found;
}
