import type { Component } from './components.ts';
import type { DraftEdge, EdgeVia } from './draft.ts';
import { finishEdge, finishNode } from './finish.ts';
import { layGrid } from './grid.ts';
import type { Grid, PlacedHop } from './grid.ts';
import { labelPlace, pillPlace } from './labels.ts';
import { leadId, routeEdges } from './routeEdges.ts';
import type { Routes } from './routeEdges.ts';
import type { Lane, Point, TlsHop, TopologyEdge, TopologyNode } from './types.ts';

export interface Drawing {
  readonly nodes: readonly TopologyNode[];
  readonly edges: readonly TopologyEdge[];
  readonly hops: readonly TlsHop[];
  readonly lanes: readonly Lane[];
  readonly bottom: number;
}

const BUSES: ReadonlySet<EdgeVia> = new Set(['parent', 'backend', 'policy-target']);

/** Lays out one component at `top` and routes its lines. */
export function drawComponent(
  component: Component,
  edges: readonly DraftEdge[],
  top: number,
  neighbours: (id: string) => readonly string[],
): Drawing {
  const grid = layGrid(component, top, neighbours);
  const routes = routeEdges(grid, edges);
  const labelled = new Set<string>();
  return {
    nodes: [...grid.nodes.values()].map((placed) => finishNode(placed.node, placed)),
    edges: edges.map((edge) => drawEdge(edge, grid, routes, labelled)),
    hops: grid.hops.map((placed) => finishHop(placed, routes)),
    lanes: grid.lanes,
    bottom: grid.bottom,
  };
}

/** Lines that run together carry their name once. */
function drawEdge(
  edge: DraftEdge,
  grid: Grid,
  routes: Routes,
  labelled: Set<string>,
): TopologyEdge {
  const route = routes.get(edge.id) ?? [];
  const name = (): Point | null => {
    const strip = grid.nodes.get(edge.source)?.strip ?? 0;
    const bus = BUSES.has(edge.via) ? `${edge.label} ${edge.target} ${strip}` : edge.id;
    if (edge.via === 'mount' || labelled.has(bus)) return null;
    const place = labelPlace(route, edge.label, grid, strip);
    if (place) labelled.add(bus);
    return place;
  };
  return finishEdge(edge, route, { name, pill: () => pillPlace(route) });
}

function finishHop({ hop, tube }: PlacedHop, routes: Routes): TlsHop {
  const leads = [leadId(hop, 'gateway'), leadId(hop, 'backend')];
  return { ...hop, tube, leads: leads.flatMap((id) => asList(routes.get(id))) };
}

function asList<Item>(item: Item | undefined): readonly Item[] {
  return item === undefined ? [] : [item];
}
