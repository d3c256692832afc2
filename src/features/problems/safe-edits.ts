import type { RenderedFinding } from '../../core/analysis/types.ts';
import type { TextEdit } from '../../core/model/index.ts';

/** The first safe fix of every finding, as long as their edits do not touch each other. */
export function safeEdits(findings: readonly RenderedFinding[]): {
  readonly count: number;
  readonly edits: readonly TextEdit[];
} {
  const taken: TextEdit[] = [];
  let count = 0;
  for (const { fixes } of findings) {
    const fix = fixes.find(({ safe }) => safe);
    if (fix === undefined || fix.edits.some((edit) => taken.some((one) => overlap(one, edit)))) {
      continue;
    }
    taken.push(...fix.edits);
    count += 1;
  }
  return { count, edits: taken };
}

function overlap(a: TextEdit, b: TextEdit): boolean {
  return a.fileId === b.fileId && a.range.start <= b.range.end && b.range.start <= a.range.end;
}
