import type { DraftEdge, DraftHop } from './draft.ts';
import type { Grid, PlacedHop, PlacedNode } from './grid.ts';
import { localShapes } from './local-shapes.ts';
import { leave, outerShape, outerStripe } from './outer-lane.ts';
import { isClear, nominalPoint } from './plan.ts';
import type { Plan, PlanPoint } from './plan.ts';
import { bottomOf, middleY, rightOf } from './shapes.ts';
import { nominalOf, settle } from './tracks.ts';
import type { Point, Rect } from './types.ts';

/** Corner points of the lines of one component, by edge id and, for hops, by `hopId lead n`. */
export type Routes = ReadonlyMap<string, readonly Point[]>;

/**
 * Routes every edge and every hop that needs a lead. Lines are axis-parallel and pass no node: a local
 * shape is taken when it is clear, else the outer lane, which is free by construction.
 */
export function routeEdges(grid: Grid, edges: readonly DraftEdge[]): Routes {
  const plans = edges.flatMap((edge) => {
    const a = grid.nodes.get(edge.source);
    const b = grid.nodes.get(edge.target);
    return a && b ? [{ id: edge.id, net: netOf(edge), points: shapeOf(grid, edge, a, b) }] : [];
  });
  const leads = grid.hops.flatMap((placed) => leadsOf(grid, placed));
  return settle([...plans, ...leads], grid.corridors);
}

/** Edges that share an end and a meaning run together. */
function netOf({ via, source, target, kind }: DraftEdge): string {
  if (via === 'mount') return `mount ${source}`;
  return `${via} ${kind} ${target}`;
}

function shapeOf(
  grid: Grid,
  { via }: DraftEdge,
  a: PlacedNode,
  b: PlacedNode,
): readonly PlanPoint[] {
  if (a.strip !== b.strip) return outerShape(grid, via, a, b);
  const nominal = nominalOf(grid.corridors);
  const obstacles = grid.inStrip(a.strip);
  const local = localShapes(via, a, b, grid.slots).find((points) => {
    const corners = points.map((point) => nominalPoint(point, nominal));
    return joins(corners, a, b) && isClear(corners, obstacles, [a, b]);
  });
  return local ?? outerShape(grid, via, a, b);
}

/** An object with a second role stands elsewhere than the shape of its first one supposes. */
function joins(corners: readonly Point[], a: Rect, b: Rect): boolean {
  const [start, end] = [corners[0], corners.at(-1)];
  return start !== undefined && end !== undefined && touches(a, start) && touches(b, end);
}

function touches(rect: Rect, { x, y }: Point): boolean {
  const within = x >= rect.x && x <= rightOf(rect) && y >= rect.y && y <= bottomOf(rect);
  const inside = x > rect.x && x < rightOf(rect) && y > rect.y && y < bottomOf(rect);
  return within && !inside;
}

/** Where a lead that comes from a tube in a lower slot enters its backend from below. */
const LEAD_PORT = 18;

export function leadId(hop: DraftHop, lead: 'gateway' | 'backend'): string {
  return `${hop.id} ${lead} lead`;
}

/** Pipes for a tube whose gateway or backend stands in another slot. */
function leadsOf(grid: Grid, { hop, tube, slot }: PlacedHop): readonly Plan[] {
  const gateway = grid.nodes.get(hop.source);
  const backend = grid.nodes.get(hop.target);
  const plans: Plan[] = [];
  const y = middleY(tube);
  if (gateway && gateway.slot !== slot) {
    const lane = outerStripe('left');
    const start = leave(grid, 'hop', gateway, 'left', gateway.y > tube.y);
    const points = [
      ...start,
      { x: lane, y: start.at(-1)?.y ?? y },
      { x: lane, y },
      { x: tube.x, y },
    ];
    plans.push({ id: leadId(hop, 'gateway'), net: `hop ${hop.source}`, points });
  }
  if (backend && backend.slot !== slot) {
    const x = backend.x + LEAD_PORT;
    const points = [
      { x: tube.x + tube.width, y },
      { x, y },
      { x, y: bottomOf(backend) },
    ];
    plans.push({ id: leadId(hop, 'backend'), net: `hop ${hop.id}`, points });
  }
  return plans;
}
