import type {
  Lane,
  Rect,
  TlsHop,
  Topology,
  TopologyNode,
  VerifiesEdge,
} from '../../../core/topology/types.ts';
import { pillBox } from '../../../core/topology/pills.ts';
import { hopName, incoming, nodeName, outgoing, verifiesName } from './words.ts';

interface ItemBase extends Rect {
  readonly id: string;
  /** Accessible name. */
  readonly name: string;
  /** Ids of items a line leads to from here. */
  readonly neighbours: readonly string[];
}

/** What can have the focus in the graph. */
export type GraphItem =
  | (ItemBase & { readonly kind: 'object'; readonly node: TopologyNode })
  | (ItemBase & { readonly kind: 'hop'; readonly hop: TlsHop })
  | (ItemBase & { readonly kind: 'verifies'; readonly edge: VerifiesEdge });

export interface GraphItems {
  /** In reading order: by lane, then by rank. */
  readonly all: readonly GraphItem[];
  readonly byId: ReadonlyMap<string, GraphItem>;
}

/** Everything that can have the focus, with its name and where its lines lead. */
export function graphItems(topology: Topology): GraphItems {
  const nodes = new Map(topology.nodes.map((node) => [node.id, node]));
  const { links, sayings } = relationsOf(topology, nodes);
  const neighbours = (id: string): readonly string[] => links.get(id) ?? [];
  const items: GraphItem[] = [
    ...topology.nodes.map((node) => ({
      ...rectOf(node),
      kind: 'object' as const,
      id: node.id,
      node,
      name: nodeName(node, sayings.get(node.id) ?? []),
      neighbours: neighbours(node.id),
    })),
    ...topology.hops.map((hop) => hopItem(hop, nodes, neighbours(hop.id))),
    ...topology.edges.flatMap((edge) =>
      edge.kind === 'verifies' ? verifiesItem(edge, nodes, neighbours(edge.id)) : [],
    ),
  ];
  const all = inReadingOrder(items, topology.lanes);
  return { all, byId: new Map(all.map((item) => [item.id, item])) };
}

type Lists = ReadonlyMap<string, readonly string[]>;

/** Where lines lead from each item, and what each node says about its lines. */
function relationsOf(
  { edges, hops }: Topology,
  nodes: ReadonlyMap<string, TopologyNode>,
): { readonly links: Lists; readonly sayings: Lists } {
  const links = new Map<string, string[]>();
  const sayings = new Map<string, string[]>();
  const join = (...ids: readonly string[]): void => {
    ids.forEach((id, at) => {
      for (const other of [ids[at - 1], ids[at + 1]])
        if (other !== undefined) push(links, id, other);
    });
  };
  for (const edge of edges) {
    const source = nodes.get(edge.source);
    const target = nodes.get(edge.target);
    if (!source || !target) continue;
    push(sayings, source.id, outgoing(edge, target));
    push(sayings, target.id, incoming(edge, source));
    if (edge.kind === 'verifies') join(source.id, edge.id, target.id);
    else join(source.id, target.id);
  }
  for (const hop of hops) join(hop.source, hop.id, hop.target);
  return { links, sayings };
}

function push(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function rectOf({ x, y, width, height }: Rect): Rect {
  return { x, y, width, height };
}

function hopItem(
  hop: TlsHop,
  nodes: ReadonlyMap<string, TopologyNode>,
  neighbours: readonly string[],
): GraphItem {
  const name = hopName(
    hop,
    nodes.get(hop.source)?.name ?? hop.source,
    nodes.get(hop.target)?.name ?? hop.target,
  );
  return { ...rectOf(hop.tube), kind: 'hop', id: hop.id, hop, name, neighbours };
}

function verifiesItem(
  edge: VerifiesEdge,
  nodes: ReadonlyMap<string, TopologyNode>,
  neighbours: readonly string[],
): readonly GraphItem[] {
  const source = nodes.get(edge.source);
  const target = nodes.get(edge.target);
  if (!source || !target) return [];
  const item: GraphItem = {
    kind: 'verifies',
    id: edge.id,
    edge,
    name: verifiesName(edge, source, target),
    neighbours,
    ...pillBox(edge.pill, edge.labelAt),
  };
  return [item];
}

function inReadingOrder(items: readonly GraphItem[], lanes: readonly Lane[]): readonly GraphItem[] {
  const sorted = [...lanes].sort((a, b) => a.y - b.y);
  const laneOf = ({ y, height }: Rect): number => {
    const middle = y + height / 2;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const at = (low + high) >> 1;
      if ((sorted[at]?.y ?? Infinity) <= middle) low = at + 1;
      else high = at;
    }
    return low;
  };
  return items
    .map((item) => ({ item, lane: laneOf(item) }))
    .sort((a, b) => a.lane - b.lane || a.item.x - b.item.x || a.item.y - b.item.y)
    .map(({ item }) => item);
}
