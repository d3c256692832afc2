import { Position, type Edge, type Node } from '@xyflow/react';
import type { Point, ReferenceEdge, Topology, VerifiesEdge } from '../../../core/topology/types.ts';
import type { Emphasis } from '../model/emphasis.ts';
import type { GraphItem, GraphItems } from '../model/graph-items.ts';
import { linesInSight, type Stripe } from './lines-in-sight.ts';

type Of<Kind extends GraphItem['kind']> = Extract<GraphItem, { kind: Kind }>;

/** How an item stands out. */
export type Standing = 'selected' | 'related' | 'dimmed' | 'plain' | 'target';

interface Shared {
  readonly standing: Standing;
  /** The one item that Tab reaches. */
  readonly tabStop: boolean;
}

export interface ObjectData extends Shared, Record<string, unknown> {
  readonly item: Of<'object'>;
  readonly severalNamespaces: boolean;
}
export interface HopData extends Shared, Record<string, unknown> {
  readonly item: Of<'hop'>;
}
export interface VerifiesData extends Shared, Record<string, unknown> {
  readonly item: Of<'verifies'>;
}

export type ObjectFlowNode = Node<ObjectData, 'object'>;
export type HopFlowNode = Node<HopData, 'hop'>;
export type VerifiesFlowNode = Node<VerifiesData, 'verifies'>;
export type FlowNode = ObjectFlowNode | HopFlowNode | VerifiesFlowNode;

interface Line extends Record<string, unknown> {
  readonly route: readonly Point[];
  readonly standing: Standing;
}
export interface ReferenceData extends Line {
  readonly edge: ReferenceEdge;
}
export interface LineData extends Line {
  readonly edge: VerifiesEdge;
}
export interface LeadData extends Line {
  readonly plain: boolean;
}

/** Ours always have type and data. */
type Whole<One extends Edge> = One & Required<Pick<One, 'type' | 'data'>>;

export type ReferenceFlowEdge = Whole<Edge<ReferenceData, 'reference'>>;
export type LineFlowEdge = Whole<Edge<LineData, 'line'>>;
export type LeadFlowEdge = Whole<Edge<LeadData, 'lead'>>;
export type FlowEdge = ReferenceFlowEdge | LineFlowEdge | LeadFlowEdge;

/** A line that is being drawn to connect two objects. */
export interface DrawnLine {
  readonly from: string;
  /** Where it can end. */
  readonly targets: ReadonlySet<string>;
}

/** Topology, emphasis and focus as xyflow takes them: every size is given, nothing is measured. */
export function flowNodes(
  { all }: GraphItems,
  emphasis: Emphasis,
  tabStop: string | null,
  drawn: DrawnLine | null,
): FlowNode[] {
  const namespaces = new Set(
    all.flatMap((item) =>
      item.kind === 'object' && item.node.namespace !== '' ? [item.node.namespace] : [],
    ),
  );
  return all.map((item): FlowNode => {
    const shared = { standing: standingOf(item, emphasis, drawn), tabStop: item.id === tabStop };
    switch (item.kind) {
      case 'object': {
        const data = { ...shared, item, severalNamespaces: namespaces.size > 1 };
        return { ...boxOf(item), type: 'object', data };
      }
      case 'hop':
        return { ...boxOf(item), type: 'hop', zIndex: 1, data: { ...shared, item } };
      case 'verifies':
        return { ...boxOf(item), type: 'verifies', data: { ...shared, item } };
      default:
        return item satisfies never;
    }
  });
}

function boxOf({ id, x, y, width, height }: GraphItem) {
  return {
    id,
    position: { x, y },
    width,
    height,
    measured: { width, height },
    handles: [
      { type: 'source' as const, position: Position.Right, x: width, y: height / 2 },
      { type: 'target' as const, position: Position.Left, x: 0, y: height / 2 },
    ],
    // The wrapper is a plain box; the button inside has role and name.
    domAttributes: { 'aria-roledescription': undefined },
  };
}

function standingOf(item: GraphItem, emphasis: Emphasis, drawn: DrawnLine | null): Standing {
  if (drawn !== null) {
    if (item.id === drawn.from) return 'selected';
    return drawn.targets.has(item.id) ? 'target' : 'dimmed';
  }
  if (emphasis.selected.has(item.id)) return 'selected';
  if (emphasis.related.has(item.id)) return 'related';
  const inFocus =
    item.kind === 'verifies'
      ? holds(emphasis, item.edge.source) && holds(emphasis, item.edge.target)
      : holds(emphasis, item.id);
  return inFocus ? 'plain' : 'dimmed';
}

function holds({ focus }: Emphasis, id: string): boolean {
  return focus === null || focus.has(id);
}

/**
 * The lines between them: references, what verifies what, and the pipes of hops that bend. With a stripe,
 * only those that pass it, drawn no further than it.
 */
export function flowEdges(
  { edges, hops }: Topology,
  emphasis: Emphasis,
  stripe: Stripe | null,
): FlowEdge[] {
  const standing = (id: string, source: string, target: string): Standing => {
    if (emphasis.lines.has(id)) return 'selected';
    return holds(emphasis, source) && holds(emphasis, target) ? 'plain' : 'dimmed';
  };
  const lines = edges.map((edge): FlowEdge => {
    const { id, source, target, route } = edge;
    const data = { route, standing: standing(id, source, target) };
    return edge.kind === 'verifies'
      ? { ...endsOf(`line of ${id}`, source, target), type: 'line', data: { ...data, edge } }
      : { ...endsOf(id, source, target), type: 'reference', data: { ...data, edge } };
  });
  const leads = hops.flatMap(({ id, source, target, mode, leads: routes }) =>
    routes.map((route, index): FlowEdge => {
      const data = { route, plain: mode === 'plain-http', standing: standing(id, source, target) };
      return { ...endsOf(`${id} lead ${String(index)}`, source, target), type: 'lead', data };
    }),
  );
  const all = [...lines, ...leads];
  return stripe === null ? all : cutLines(all, stripe);
}

function cutLines(edges: readonly FlowEdge[], stripe: Stripe): FlowEdge[] {
  return linesInSight(edges, stripe, routeOf, (line) => lookOf(line, stripe)).map(
    ({ line, route }): FlowEdge => {
      switch (line.type) {
        case 'reference':
          return { ...line, data: { ...line.data, route } };
        case 'line':
          return { ...line, data: { ...line.data, route } };
        case 'lead':
          return { ...line, data: { ...line.data, route } };
        default:
          return line satisfies never;
      }
    },
  );
}

function routeOf({ data }: FlowEdge): readonly Point[] {
  return data.route;
}

/** What two lines on the same way differ in: colour, head and, for those that carry one, the label. */
function lookOf(line: FlowEdge, { from, to }: Stripe): string {
  const { standing } = line.data;
  switch (line.type) {
    case 'reference': {
      const { id, labelAt, arrow, ghost, denied } = line.data.edge;
      const labelled = labelAt !== null && labelAt.y >= from && labelAt.y <= to;
      return `${standing} ${arrow} ${String(ghost || denied)} ${labelled ? id : ''}`;
    }
    case 'line':
      return `${standing} ${line.data.edge.verdict}`;
    case 'lead':
      return `${standing} ${String(line.data.plain)}`;
    default:
      return line satisfies never;
  }
}

function endsOf(id: string, source: string, target: string) {
  return {
    id,
    source,
    target,
    // Names and the outline say what the lines say; the drawing itself is hidden.
    ariaRole: 'presentation' as const,
    domAttributes: {
      'aria-hidden': true as const,
      'aria-roledescription': undefined,
    },
  };
}
