import type { DraftEdge, DraftNode } from './draft.ts';
import type { EdgePlace } from './lay-out-component.ts';
import type { Pill } from './pills.ts';
import type { Point, Rect, TopologyEdge, TopologyNode } from './types.ts';

/** A node in its place, without what only the layout needs. */
export function finishNode(node: DraftNode, { x, y, width, height }: Rect): TopologyNode {
  const { id, objectId, kind, name, namespace, tile, row, rank, fact, ghost, mark } = node;
  const made = node.madeBy === undefined ? {} : { madeBy: node.madeBy };
  const looks = { kind, name, namespace, tile, row, rank, fact, ghost, mark, ...made };
  const place = { x, y, width, height };
  return objectId === undefined ? { id, ...looks, ...place } : { id, objectId, ...looks, ...place };
}

/**
 * An edge with its line; where its label stands depends on its kind.
 *
 * @param pillOn finds the place for the pill of a check, and which of its words fit there
 */
export function finishEdge(
  edge: DraftEdge,
  { route, name }: EdgePlace,
  pillOn: (route: readonly Point[], labels: readonly string[]) => Pill,
): TopologyEdge {
  const { id, source, target, label, field } = edge;
  if (edge.kind === 'verifies') {
    const { kind, step, verdict, connectionId } = edge;
    const judged = { kind, step, verdict, connectionId };
    const pill = pillOn(route, [label, `Step ${step}`]);
    return {
      id,
      source,
      target,
      label,
      pill: pill.label,
      field,
      route,
      labelAt: pill.at,
      ...judged,
    };
  }
  const { kind, denied, ghost, arrow } = edge;
  return { id, source, target, label, field, route, kind, denied, ghost, arrow, labelAt: name };
}
