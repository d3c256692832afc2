import type { Draft, DraftHop, DraftNode } from './draft.ts';
import { groupBy } from '../gateway-api/group-by.ts';

/** Nodes that hang together, divided into strips: one per backend with what stands around it. */
export interface Component {
  readonly strips: readonly Strip[];
}

export interface Strip {
  readonly nodes: readonly DraftNode[];
  /** Hops that end at this strip's backend. */
  readonly hops: readonly DraftHop[];
}

export interface Division {
  readonly components: readonly Component[];
  /** Nodes without any relation to another. */
  readonly loose: readonly DraftNode[];
}

type Neighbours = ReadonlyMap<string, readonly DraftNode[]>;

/** Hops by the backend they end at, with their place in request order. */
type Arrivals = ReadonlyMap<
  string,
  readonly { readonly hop: DraftHop; readonly position: number }[]
>;

/**
 * Divides the drawing. Components come in the order of their first object in the workspace, so an
 * object added elsewhere, or one that relates to nothing, moves nothing that is already there.
 */
export function divide(draft: Draft): Division {
  const neighbours = neighboursOf(draft);
  const arrivals = groupBy(
    draft.hops.map((hop, position) => ({ hop, position })),
    ({ hop }) => hop.target,
  );
  const ordered = [...draft.nodes.values()].sort(byOrder);
  const seen = new Set<string>();
  const components: Component[] = [];
  const loose: DraftNode[] = [];
  for (const node of ordered) {
    if (seen.has(node.id)) continue;
    const members = reach(node, neighbours, seen);
    if (members.length === 1) loose.push(node);
    else components.push({ strips: stripsOf(members.sort(byOrder), neighbours, arrivals) });
  }
  return { components, loose };
}

function byOrder(a: DraftNode, b: DraftNode): number {
  return a.order - b.order || (a.id < b.id ? -1 : 1);
}

function neighboursOf({ nodes, edges, hops }: Draft): Neighbours {
  const neighbours = new Map<string, DraftNode[]>([...nodes.keys()].map((id) => [id, []]));
  for (const { source, target } of [...hops, ...edges]) {
    const from = nodes.get(source);
    const to = nodes.get(target);
    if (!from || !to) continue;
    neighbours.get(source)?.push(to);
    neighbours.get(target)?.push(from);
  }
  return neighbours;
}

function reach(start: DraftNode, neighbours: Neighbours, seen: Set<string>): DraftNode[] {
  const found = [start];
  seen.add(start.id);
  for (const node of found) {
    for (const next of neighbours.get(node.id) ?? []) {
      if (seen.has(next.id)) continue;
      seen.add(next.id);
      found.push(next);
    }
  }
  return found;
}

/** Each backend seeds a strip; every other node joins the nearest one, the first of several. */
function stripsOf(
  members: readonly DraftNode[],
  neighbours: Neighbours,
  arrivals: Arrivals,
): readonly Strip[] {
  const seeds = seedsOf(members, arrivals);
  const home = new Map(seeds.map((seed, strip) => [seed.id, strip]));
  const queue = [...seeds];
  for (const node of queue) {
    for (const next of neighbours.get(node.id) ?? []) {
      if (home.has(next.id)) continue;
      home.set(next.id, home.get(node.id) ?? 0);
      queue.push(next);
    }
  }
  const grouped = groupBy(members, ({ id }) => home.get(id) ?? 0);
  return seeds.map(({ id }, strip) => ({
    nodes: grouped.get(strip) ?? [],
    hops: (arrivals.get(id) ?? []).map(({ hop }) => hop),
  }));
}

/** Backends in the order in which requests reach them, then those that none reaches. */
function seedsOf(members: readonly DraftNode[], arrivals: Arrivals): readonly DraftNode[] {
  const backends = members.filter(isBackend);
  if (backends.length === 0) return members.slice(0, 1);
  const first = ({ id }: DraftNode): number => arrivals.get(id)?.[0]?.position ?? Infinity;
  return backends.sort((a, b) => {
    const [ofA, ofB] = [first(a), first(b)];
    return ofA === ofB ? byOrder(a, b) : ofA - ofB;
  });
}

/** Service, Backend, or whatever else a backendRef may name. */
export function isBackend({ row, rank }: DraftNode): boolean {
  return row === 'traffic' && rank === 2;
}
