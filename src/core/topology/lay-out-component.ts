import { groupBy } from '../gateway-api/group-by.ts';
import type { Component } from './components.ts';
import type { DraftEdge, EdgeVia } from './draft.ts';
import { layGrid } from './grid.ts';
import type { Grid } from './grid.ts';
import { labelRoom } from './labels.ts';
import type { LabelRoom } from './labels.ts';
import { leadId, routeEdges } from './route-edges.ts';
import type { Routes } from './route-edges.ts';
import type { Lane, Point, Rect } from './types.ts';

/** A line, and where the field name stands that it is labelled with; null without room for it, and for a check. */
export interface EdgePlace {
  readonly route: readonly Point[];
  readonly name: Point | null;
}

/** Where everything of one component stands, without what it says. */
export interface Layout {
  /** By node id, top to bottom. */
  readonly nodes: ReadonlyMap<string, Rect>;
  /** By edge id. */
  readonly edges: ReadonlyMap<string, EdgePlace>;
  /** By hop id, top to bottom. */
  readonly hops: ReadonlyMap<
    string,
    { readonly tube: Rect; readonly leads: readonly (readonly Point[])[] }
  >;
  readonly lanes: readonly Lane[];
  readonly bottom: number;
}

const BUSES: ReadonlySet<EdgeVia> = new Set(['parent', 'backend', 'policy-target']);

/** Lays out one component at `top` and routes its lines. What it looks at stands in {@link layoutKey}. */
export function layOutComponent(
  component: Component,
  edges: readonly DraftEdge[],
  top: number,
  neighbours: (id: string) => readonly string[],
): Layout {
  const grid = layGrid(component, top, neighbours);
  const routes = routeEdges(grid, edges);
  const room = labelRoom(grid, linesByStrip(grid, edges, routes));
  const labelled = new Set<string>();
  return {
    nodes: new Map(
      [...grid.nodes].map(([id, { x, y, width, height }]) => [id, { x, y, width, height }]),
    ),
    edges: new Map(
      edges.map((edge) => {
        const route = routes.get(edge.id) ?? [];
        const isPill = edge.kind === 'verifies';
        const name = isPill ? null : placeName(edge, route, grid, room, labelled);
        return [edge.id, { route, name }];
      }),
    ),
    hops: new Map(
      grid.hops.map(({ hop, tube }) => {
        const leads = [leadId(hop, 'gateway'), leadId(hop, 'backend')];
        return [hop.id, { tube, leads: leads.flatMap((id) => asList(routes.get(id))) }];
      }),
    ),
    lanes: grid.lanes,
    bottom: grid.bottom,
  };
}

/**
 * Everything that a layout depends on: two components with one key have one layout. Verdicts, facts and marks are not in
 * it, so most edits move nothing. Neighbours follow from the edges.
 */
export function layoutKey({ strips }: Component, edges: readonly DraftEdge[], top: number): string {
  return JSON.stringify([
    top,
    strips.map(({ nodes, hops }) => [
      nodes.map(({ id, kind, name, row, rank }) => [id, kind, name, row, rank]),
      hops.map(({ id, source, target }) => [id, source, target]),
    ]),
    edges.map((edge) => [edge.id, edge.via, edge.source, edge.target, nameOf(edge)]),
  ]);
}

/** The words of a pill take no part in the layout. */
function nameOf(edge: DraftEdge): string | null {
  return edge.kind === 'verifies' ? null : edge.label;
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

function asList<Item>(item: Item | undefined): readonly Item[] {
  return item === undefined ? [] : [item];
}
