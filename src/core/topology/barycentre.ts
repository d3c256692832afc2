import type { DraftNode } from './draft.ts';

/** Sweeps until the order of such small stacks has settled. */
const SWEEPS = 4;

/**
 * Orders stacks of nodes so that each node stands near the mean height of what it is joined to
 * (barycentre heuristic of Sugiyama, Tagawa and Toda, 1981). Equal means keep the order given, which
 * is that of the workspace, so the result is the same on every run.
 */
export function orderStacks(
  stacks: readonly (readonly DraftNode[])[],
  neighbours: (id: string) => readonly string[],
): readonly (readonly DraftNode[])[] {
  if (stacks.every(({ length }) => length < 2)) return stacks;
  let ordered = stacks;
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const position = new Map<string, number>();
    for (const stack of ordered) stack.forEach(({ id }, index) => position.set(id, index));
    ordered = ordered.map((stack) => sortByMean(stack, position, neighbours));
  }
  return ordered;
}

function sortByMean(
  stack: readonly DraftNode[],
  position: ReadonlyMap<string, number>,
  neighbours: (id: string) => readonly string[],
): readonly DraftNode[] {
  if (stack.length < 2) return stack;
  const weights = new Map(
    stack.map(({ id }, index) => {
      const places = neighbours(id).flatMap((other) => position.get(other) ?? []);
      const sum = places.reduce((total, place) => total + place, 0);
      return [id, places.length === 0 ? index : sum / places.length];
    }),
  );
  return [...stack].sort((a, b) => (weights.get(a.id) ?? 0) - (weights.get(b.id) ?? 0));
}
