import { groupBy } from '../../core/gateway-api/group-by.ts';
import type { RenderedFinding } from '../../core/analysis/types.ts';

/** A row of the list: a finding, or the others of its group, folded. */
export type ProblemEntry =
  | { readonly kind: 'finding'; readonly finding: RenderedFinding }
  | {
      readonly kind: 'fold';
      readonly group: string;
      /** How many are folded, or would be. */
      readonly count: number;
      readonly open: boolean;
    };

/**
 * Folds what is said about one thing: of each group only the first finding stands, which in an ordered list is the worst.
 * A group of two is not worth folding.
 *
 * @param open groups that are unfolded
 */
export function foldGroups(
  findings: readonly RenderedFinding[],
  open: ReadonlySet<string>,
): readonly ProblemEntry[] {
  const groups = groupBy(findings, ({ group, id }) => group ?? id);
  return [...groups].flatMap(([group, members]) => entriesOf(group, members, open.has(group)));
}

function entriesOf(
  group: string,
  members: readonly RenderedFinding[],
  open: boolean,
): readonly ProblemEntry[] {
  const all = members.map((finding) => ({ kind: 'finding' as const, finding }));
  if (members.length < 3) return all;
  const fold = { kind: 'fold' as const, group, count: members.length - 1, open };
  return [...all.slice(0, 1), fold, ...(open ? all.slice(1) : [])];
}
