import type { Finding, QuickFix } from '../model/index.ts';
import { makersByCode } from './makers-by-code.ts';
import type { FixContext, FixMaker } from './types.ts';

const makers: Readonly<Record<string, FixMaker>> = makersByCode;

/**
 * Repairs for `finding` as text edits, best first, each with a stable id. An edit changes only the bytes it has to; a
 * finding that no text edit can repair has none.
 */
export function fixesFor(finding: Finding, context: FixContext): readonly QuickFix[] {
  const drafts = makers[finding.code]?.(finding, context) ?? [];
  return drafts.map((draft, i) => ({ id: `${finding.id}!${String(i)}`, ...draft }));
}
