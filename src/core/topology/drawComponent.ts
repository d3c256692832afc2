import type { Component } from './components.ts';
import type { DraftEdge, EdgeVia } from './draft.ts';
import { finishEdge, finishNode } from './finish.ts';
import { layGrid } from './grid.ts';
import type { Grid, PlacedHop } from './grid.ts';
import { groupBy } from '../gateway-api/group-by.ts';
import { labelRoom, pillPlace } from './labels.ts';
import type { LabelRoom } from './labels.ts';
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
  const room = labelRoom(grid, linesByStrip(grid, edges, routes));
  const labelled = new Set<string>();
  return {
    nodes: [...grid.nodes.values()].map((placed) => finishNode(placed.node, placed)),
    edges: edges.map((edge) => {
      const route = routes.get(edge.id) ?? [];
      return finishEdge(edge, route, {
        name: () => placeName(edge, route, grid, room, labelled),
        pill: () => pillPlace(route),
      });
    }),
    hops: grid.hops.map((placed) => finishHop(placed, routes)),
    lanes: grid.lanes,
    bottom: grid.bottom,
  };
}

/** Lines that start or end in a strip. */
function linesByStrip(
  grid: Grid,
  edges: readonly DraftEdge[],
  routes: Routes,
): (strip: number) => readonly (readonly Point[])[] {
  const lines = edges.flatMap(({ id, source, target }) => {
    const route = routes.get(id) ?? [];
    const strips = new Set([grid.nodes.get(source)?.strip, grid.nodes.get(target)?.strip]);
    return [...strips].map((strip) => ({ strip, route }));
  });
  const byStrip = groupBy(lines, ({ strip }) => strip);
  return (strip) => byStrip.get(strip)?.map(({ route }) => route) ?? [];
}

/** Lines that run together carry their name once; mounts run where no name has room. */
function placeName(
  { id, via, label, source, target }: DraftEdge,
  route: readonly Point[],
  grid: Grid,
  room: LabelRoom,
  labelled: Set<string>,
): Point | null {
  const strip = grid.nodes.get(source)?.strip ?? 0;
  const bus = BUSES.has(via) ? `${label} ${target} ${strip}` : id;
  if (via === 'mount' || labelled.has(bus)) return null;
  const place = room.place(route, label, strip);
  if (place) labelled.add(bus);
  return place;
}

function finishHop({ hop, tube }: PlacedHop, routes: Routes): TlsHop {
  const leads = [leadId(hop, 'gateway'), leadId(hop, 'backend')];
  return { ...hop, tube, leads: leads.flatMap((id) => asList(routes.get(id))) };
}

function asList<Item>(item: Item | undefined): readonly Item[] {
  return item === undefined ? [] : [item];
}
