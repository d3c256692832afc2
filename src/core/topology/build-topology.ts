import { divide } from './components.ts';
import type { DraftEdge, DraftNode } from './draft.ts';
import { draftTopology } from './draft-topology.ts';
import { drawComponent } from './draw-component.ts';
import type { Drawing } from './draw-component.ts';
import type { TopologyInput } from './input.ts';
import { layOutComponent, layoutKey } from './lay-out-component.ts';
import type { Layout } from './lay-out-component.ts';
import { layLoose } from './lay-loose.ts';
import { COMPONENT_GAP, STAGE_WIDTH } from './metrics.ts';
import type { Point, Topology } from './types.ts';
import { groupBy } from '../gateway-api/group-by.ts';

/** Layouts that were made before, by their key. */
export interface Layouts {
  readonly get: (key: string, compute: () => Layout) => Layout;
}

const NO_MEMORY: Layouts = { get: (_key, compute) => compute() };

/**
 * Makes the picture: which objects are drawn, what joins them, where they stand and how lines run.
 * Pure and deterministic: the same input gives the same picture, and an object that relates to nothing
 * drawn moves nothing. Positions are CSS pixels at zoom 1; node ids are object keys.
 *
 * @param layouts spares the layout of a component whose objects and lines are those of an earlier picture
 */
export function buildTopology(input: TopologyInput, layouts: Layouts = NO_MEMORY): Topology {
  const draft = draftTopology(input);
  const { components, loose } = divide(draft);
  const edges = groupBy(draft.edges, ({ source }) => source);
  const neighbours = neighboursOf(draft.edges);
  const drawings: Drawing[] = [];
  let y = 0;
  for (const component of components) {
    const own = component.strips.flatMap(({ nodes }) =>
      nodes.flatMap(({ id }) => edges.get(id) ?? []),
    );
    const top = y;
    const layout = layouts.get(layoutKey(component, own, top), () =>
      layOutComponent(component, own, top, neighbours),
    );
    const drawing = drawComponent(component, own, layout);
    drawings.push(drawing);
    y = drawing.bottom + COMPONENT_GAP;
  }
  return assemble(drawings, loose, y);
}

function neighboursOf(edges: readonly DraftEdge[]): (id: string) => readonly string[] {
  const neighbours = new Map<string, string[]>();
  const add = (id: string, other: string): void => {
    const known = neighbours.get(id);
    if (known) known.push(other);
    else neighbours.set(id, [other]);
  };
  for (const { source, target } of edges) {
    add(source, target);
    add(target, source);
  }
  return (id) => neighbours.get(id) ?? [];
}

function assemble(drawings: readonly Drawing[], loose: readonly DraftNode[], y: number): Topology {
  const group = layLoose(loose, drawings.length === 0 ? 0 : y);
  const bottom = drawings.at(-1)?.bottom ?? 0;
  const edges = drawings.flatMap((drawing) => drawing.edges);
  const hops = drawings.flatMap((drawing) => drawing.hops);
  return {
    nodes: [...drawings.flatMap((drawing) => drawing.nodes), ...group.nodes],
    edges,
    hops,
    lanes: drawings.flatMap((drawing) => drawing.lanes),
    ...extent(linesOf(edges, hops), group.band ? group.band.y + group.band.height : bottom),
    ...(group.band && { loose: group.band }),
  };
}

/** Space beside the outermost line. */
const MARGIN = 14;

function* linesOf(edges: Topology['edges'], hops: Topology['hops']): Generator<readonly Point[]> {
  for (const { route } of edges) yield route;
  for (const { leads } of hops) yield* leads;
}

function extent(
  lines: Iterable<readonly Point[]>,
  height: number,
): Pick<Topology, 'left' | 'width' | 'height'> {
  let left = MARGIN;
  let right = STAGE_WIDTH - MARGIN;
  for (const line of lines) {
    for (const { x } of line) {
      left = Math.min(left, x);
      right = Math.max(right, x);
    }
  }
  return { left: Math.min(0, left - MARGIN), width: right + MARGIN, height };
}
