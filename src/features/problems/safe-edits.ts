import type { RenderedFinding } from '../../core/analysis/types.ts';
import type { QuickFix, TextEdit } from '../../core/model/index.ts';

/** Safe fixes that can be made in one go. */
export interface SafeFixes {
  readonly taken: readonly QuickFix[];
  readonly edits: readonly TextEdit[];
  /** Fixes whose edits touch those of one that is taken. */
  readonly leftOut: readonly QuickFix[];
}

/** The first safe fix of every finding, as long as their edits do not touch each other. */
export function safeEdits(findings: readonly RenderedFinding[]): SafeFixes {
  const taken: QuickFix[] = [];
  const leftOut: QuickFix[] = [];
  const edits: TextEdit[] = [];
  for (const { fixes } of findings) {
    const fix = fixes.find(({ safe }) => safe);
    if (fix === undefined || taken.some((one) => sameEdits(one, fix))) continue;
    if (fix.edits.some((edit) => edits.some((one) => overlap(one, edit)))) leftOut.push(fix);
    else {
      taken.push(fix);
      edits.push(...fix.edits);
    }
  }
  return { taken, edits, leftOut };
}

/** Two findings about one value often have the same repair. */
function sameEdits(a: QuickFix, b: QuickFix): boolean {
  return JSON.stringify(a.edits) === JSON.stringify(b.edits);
}

function overlap(a: TextEdit, b: TextEdit): boolean {
  return a.fileId === b.fileId && a.range.start <= b.range.end && b.range.start <= a.range.end;
}
