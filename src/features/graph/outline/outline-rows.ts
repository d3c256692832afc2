import type { Severity } from '../../../core/model/index.ts';
import type { TlsHop, Topology, TopologyEdge, Verdict } from '../../../core/topology/types.ts';
import { modeWords } from '../../../views/index.ts';
import type { GraphItem, GraphItems } from '../model/graph-items.ts';
import { nodeTitle } from '../model/words.ts';

/** One line of the outline. */
export interface OutlineRow {
  /** Unique in the tree: an object stands under every hop it takes part in. */
  readonly id: string;
  readonly parentId: string | null;
  readonly level: 1 | 2 | 3;
  readonly position: number;
  readonly size: number;
  readonly kind: 'hop' | 'group' | 'object' | 'relation' | 'check';
  /** Kubernetes kind for the glyph. */
  readonly glyph: string | null;
  readonly title: string;
  readonly note: string;
  readonly verdict: Verdict | Severity | null;
  /** Word beside the verdict's shape; its usual one when null. */
  readonly word: string | null;
  readonly hasChildren: boolean;
  /** What choosing the line selects; a group only opens and closes. */
  readonly item: GraphItem | null;
}

type Draft = Omit<OutlineRow, 'parentId' | 'level' | 'position' | 'size' | 'hasChildren'>;

interface Branch {
  readonly row: Draft;
  readonly hasChildren: boolean;
  /** Asked for only where the branch is open. */
  readonly children: () => readonly Branch[];
}

/**
 * The graph in words: each hop with the objects that take part in it, each object with the relations
 * that start at it; then the objects that take part in none. Only what is open is listed.
 */
export function outlineRows(
  topology: Topology,
  items: GraphItems,
  isOpen: (id: string, level: number) => boolean,
): readonly OutlineRow[] {
  const relations = groupEdges(topology.edges);
  const rows: OutlineRow[] = [];
  const walk = (branches: readonly Branch[], parentId: string | null, level: 1 | 2 | 3): void => {
    branches.forEach(({ row, hasChildren, children }, index) => {
      rows.push({
        ...row,
        parentId,
        level,
        position: index + 1,
        size: branches.length,
        hasChildren,
      });
      if (level < 3 && isOpen(row.id, level)) walk(children(), row.id, level === 1 ? 2 : 3);
    });
  };
  walk(branchesOf(topology, items, relations), null, 1);
  return rows;
}

type ObjectItem = Extract<GraphItem, { kind: 'object' }>;

/** The object that a row is; null for what stands between objects. */
export function objectOfRow({ kind, item }: OutlineRow): ObjectItem | null {
  return kind === 'object' && item?.kind === 'object' ? item : null;
}

function objectsOf({ all }: GraphItems): readonly ObjectItem[] {
  return all.filter((item): item is ObjectItem => item.kind === 'object');
}

type Relations = ReadonlyMap<string, readonly TopologyEdge[]>;

function groupEdges(edges: readonly TopologyEdge[]): Relations {
  const groups = new Map<string, TopologyEdge[]>();
  for (const edge of edges) {
    const group = groups.get(edge.source);
    if (group) group.push(edge);
    else groups.set(edge.source, [edge]);
  }
  return groups;
}

function branchesOf(
  { hops }: Topology,
  items: GraphItems,
  relations: Relations,
): readonly Branch[] {
  const taken = new Set(hops.flatMap(({ members }) => members));
  const others = objectsOf(items).filter(({ id }) => !taken.has(id));
  const branches = hops.map((hop) => hopBranch(hop, items, relations));
  if (others.length === 0) return branches;
  const title = hops.length === 0 ? 'Objects' : 'Other objects';
  const rest: Branch = {
    row: { ...BLANK, id: 'others', kind: 'group', title },
    hasChildren: true,
    children: () => others.map((item) => objectBranch('others', item, items, relations)),
  };
  return [...branches, rest];
}

const BLANK = { glyph: null, note: '', verdict: null, word: null, item: null } as const;

const LEAF = { hasChildren: false, children: (): readonly Branch[] => [] };

/** By row, then by rank, as in the drawing. */
function inReadingOrder(ids: readonly string[], { byId }: GraphItems): readonly ObjectItem[] {
  return ids
    .flatMap((id) => byId.get(id) ?? [])
    .filter((item): item is ObjectItem => item.kind === 'object')
    .sort((a, b) => a.y + a.height / 2 - (b.y + b.height / 2) || a.x - b.x);
}

function hopBranch(hop: TlsHop, items: GraphItems, relations: Relations): Branch {
  const nameOf = (id: string): string => {
    const item = items.byId.get(id);
    return item?.kind === 'object' ? item.node.name : id;
  };
  const port = hop.port === null ? '' : `:${String(hop.port)}`;
  const sni = hop.sni === null ? '' : `, SNI ${hop.sni}`;
  return {
    row: {
      ...BLANK,
      id: hop.id,
      kind: 'hop',
      title: `${nameOf(hop.source)} to ${nameOf(hop.target)}${port}`,
      note: `${modeWords[hop.mode]}${sni}`,
      verdict: hop.verdict,
      word: hop.label,
      item: items.byId.get(hop.id) ?? null,
    },
    hasChildren: true,
    children: () =>
      inReadingOrder(hop.members, items).map((item) =>
        objectBranch(hop.id, item, items, relations),
      ),
  };
}

function objectBranch(
  parentId: string,
  item: ObjectItem,
  items: GraphItems,
  relations: Relations,
): Branch {
  const { node } = item;
  const own = relations.get(node.id) ?? [];
  const id = `${parentId} / ${node.id}`;
  return {
    row: {
      ...BLANK,
      id,
      kind: 'object',
      glyph: node.kind,
      title: node.name,
      note: [node.kind, node.namespace, node.fact].filter((part) => part !== '').join(' · '),
      verdict: node.ghost && node.madeBy === undefined ? 'error' : node.mark,
      word: node.ghost ? (node.madeBy === undefined ? 'Not found' : 'Made in the cluster') : null,
      item,
    },
    hasChildren: own.length > 0,
    children: () => own.map((edge) => relationBranch(id, edge, items)),
  };
}

function relationBranch(parentId: string, edge: TopologyEdge, items: GraphItems): Branch {
  const target = items.byId.get(edge.target);
  const title = target?.kind === 'object' ? nodeTitle(target.node) : edge.target;
  const row = { ...BLANK, id: `${parentId} / ${edge.id}` };
  if (edge.kind === 'verifies') {
    const item = items.byId.get(edge.id) ?? null;
    const note = `checked against ${title}`;
    const { label, verdict } = edge;
    return { row: { ...row, kind: 'check', title: label, note, verdict, item }, ...LEAF };
  }
  const broken = edge.ghost || edge.denied;
  return {
    row: {
      ...row,
      kind: 'relation',
      title: edge.label,
      note: title,
      verdict: broken ? 'error' : null,
      word: edge.ghost ? 'Not found' : edge.denied ? 'Not permitted' : null,
      item: target ?? null,
    },
    ...LEAF,
  };
}
