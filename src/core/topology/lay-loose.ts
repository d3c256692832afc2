import type { DraftNode } from './draft.ts';
import { finishNode } from './finish.ts';
import { heightOf } from './metrics.ts';
import type { TopologyNode } from './types.ts';

/** The columns of the ranks, so that the group lines up with what stands above it. */
const COLUMN_X: readonly number[] = [16, 220, 428, 676];
const WIDTH = 162;
const ROW_PITCH = 76;
const LABEL_SPACE = 30;
const BELOW = 24;

export interface LooseGroup {
  readonly nodes: readonly TopologyNode[];
  readonly band?: { readonly y: number; readonly height: number };
}

/** Sets the nodes that relate to nothing in a plain grid below everything else, in workspace order. */
export function layLoose(nodes: readonly DraftNode[], top: number): LooseGroup {
  if (nodes.length === 0) return { nodes: [] };
  const placed = nodes.map((node, index): TopologyNode => {
    return finishNode(node, {
      x: COLUMN_X[index % COLUMN_X.length] ?? 0,
      y: top + LABEL_SPACE + Math.floor(index / COLUMN_X.length) * ROW_PITCH,
      width: WIDTH,
      height: heightOf(node),
    });
  });
  const rows = Math.ceil(nodes.length / COLUMN_X.length);
  const height = LABEL_SPACE + rows * ROW_PITCH - (ROW_PITCH - 56) + BELOW;
  return { nodes: placed, band: { y: top, height } };
}
