import type { DraftEdge, DraftNode } from './draft.ts';
import type { EdgePlace } from './lay-out-component.ts';
import type { Rect, TopologyEdge, TopologyNode } from './types.ts';

/** A node in its place, without what only the layout needs. */
export function finishNode(node: DraftNode, { x, y, width, height }: Rect): TopologyNode {
  const { id, objectId, kind, name, namespace, tile, row, rank, fact, ghost, mark } = node;
  return {
    id,
    ...(objectId !== undefined && { objectId }),
    kind,
    name,
    namespace,
    tile,
    row,
    rank,
    fact,
    ghost,
    mark,
    x,
    y,
    width,
    height,
  };
}

/** An edge with its line; where its label stands depends on its kind. */
export function finishEdge(edge: DraftEdge, { route, name, pill }: EdgePlace): TopologyEdge {
  const { id, source, target, label, field } = edge;
  const common = { id, source, target, label, field, route };
  if (edge.kind === 'verifies') {
    const { kind, step, verdict, connectionId } = edge;
    return { ...common, kind, step, verdict, connectionId, labelAt: pill };
  }
  const { kind, denied, ghost, arrow } = edge;
  return { ...common, kind, denied, ghost, arrow, labelAt: name };
}
