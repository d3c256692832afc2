import type { Component } from './components.ts';
import type { DraftEdge } from './draft.ts';
import { finishEdge, finishNode } from './finish.ts';
import type { Layout } from './lay-out-component.ts';
import { pillBox, placePill, type Pill } from './pills.ts';
import type { Lane, Point, Rect, TlsHop, TopologyEdge, TopologyNode } from './types.ts';

export interface Drawing {
  readonly nodes: readonly TopologyNode[];
  readonly edges: readonly TopologyEdge[];
  readonly hops: readonly TlsHop[];
  readonly lanes: readonly Lane[];
  readonly bottom: number;
}

/** Puts nodes, lines and hops of one component in the places that `layout` has for them. */
export function drawComponent(
  { strips }: Component,
  edges: readonly DraftEdge[],
  layout: Layout,
): Drawing {
  const nodes = new Map(strips.flatMap((strip) => strip.nodes.map((node) => [node.id, node])));
  const hops = new Map(strips.flatMap((strip) => strip.hops.map((hop) => [hop.id, hop])));
  const solid = [...layout.nodes.values(), ...[...layout.hops.values()].map(({ tube }) => tube)];
  const pills: Rect[] = [];
  const pillOn = (route: readonly Point[], labels: readonly string[]): Pill => {
    const pill = placePill(route, labels, solid, pills);
    pills.push(pillBox(pill.label, pill.at));
    return pill;
  };
  return {
    nodes: [...layout.nodes].flatMap(([id, rect]) => {
      const node = nodes.get(id);
      return node === undefined ? [] : [finishNode(node, rect)];
    }),
    edges: edges.flatMap((edge) => {
      const place = layout.edges.get(edge.id);
      return place === undefined ? [] : [finishEdge(edge, place, pillOn)];
    }),
    hops: [...layout.hops].flatMap(([id, place]) => {
      const hop = hops.get(id);
      return hop === undefined ? [] : [{ ...hop, ...place }];
    }),
    lanes: layout.lanes,
    bottom: layout.bottom,
  };
}
