import type { EdgeVia } from './draft.ts';
import type { Grid, PlacedNode } from './grid.ts';
import { isClear, nominalPoint } from './plan.ts';
import type { PlanPoint, Stripe } from './plan.ts';
import { bottomOf, middleX, middleY, rightOf } from './shapes.ts';
import { channelIndex, nominalOf } from './tracks.ts';
import type { Rect } from './types.ts';

export type Side = 'left' | 'right';

/** Lines of the first two ranks keep left, the others right. */
export function sideOf(a: PlacedNode, b: PlacedNode): Side {
  return a.node.rank + b.node.rank < 2 ? 'left' : 'right';
}

export function outerStripe(side: Side): Stripe {
  return { stripe: 'outer', index: side === 'left' ? 0 : 1 };
}

/** Gateways have several lines on their left side: each kind leaves at a height of its own. */
const EXIT_SHIFT: Readonly<Partial<Record<EdgeVia | 'hop', number>>> = {
  parent: -10,
  hop: 10,
  'client-certificate': 18,
};

/**
 * A line that is always possible: out of each node sideways where its slot is free up to the edge,
 * else through the corridor beside it, and along an outer lane, where no node ever stands.
 */
export function outerShape(
  grid: Grid,
  via: EdgeVia | 'hop',
  a: PlacedNode,
  b: PlacedNode,
): readonly PlanPoint[] {
  const side = sideOf(a, b);
  const lane = outerStripe(side);
  const start =
    (via === 'verifies' ? leaveByChannel(grid, a, a.y > b.y) : null) ??
    leave(grid, via, a, side, a.y > b.y);
  const end = leave(grid, via, b, side, b.y > a.y);
  const from = start.at(-1)?.y ?? middleY(a);
  const to = end.at(-1)?.y ?? middleY(b);
  return [...start, { x: lane, y: from }, { x: lane, y: to }, ...end.toReversed()];
}

/** From a node towards the outer lane; the last point lies on the height at which it gets there. */
export function leave(
  grid: Grid,
  via: EdgeVia | 'hop',
  node: PlacedNode,
  side: Side,
  upwards: boolean,
): readonly PlanPoint[] {
  if (isFreeSideways(grid, node, side)) {
    const y = middleY(node) + (node.node.kind === 'Gateway' ? (EXIT_SHIFT[via] ?? 0) : 0);
    return [{ x: side === 'left' ? node.x : rightOf(node), y }];
  }
  const corridor: Stripe = { stripe: 'corridor', index: upwards ? node.slot : node.slot + 1 };
  // What verifies enters beside what refers.
  const x = middleX(node) + (via === 'verifies' ? 24 : 0);
  return [
    { x, y: upwards ? node.y : bottomOf(node) },
    { x, y: corridor },
  ];
}

/**
 * What is checked is left through the channel beside it, where the pill of the check has room; null when
 * something stands there.
 */
function leaveByChannel(
  grid: Grid,
  node: PlacedNode,
  upwards: boolean,
): readonly PlanPoint[] | null {
  const { rank } = node.node;
  const inner = channelBeside(node);
  const channel: Stripe = { stripe: 'channel', index: channelIndex(node.strip, inner) };
  const corridor: Stripe = { stripe: 'corridor', index: upwards ? node.slot : node.slot + 1 };
  const y = middleY(node);
  const points = [
    { x: inner < rank ? node.x : rightOf(node), y },
    { x: channel, y },
    { x: channel, y: corridor },
  ];
  const nominal = nominalOf(grid.corridors);
  const clear = isClear(
    points.map((point) => nominalPoint(point, nominal)),
    grid.inStrip(node.strip),
    [node],
  );
  return clear ? points : null;
}

/** Client identities are wide: between them only the middle channel is free. */
export function channelBeside({ node: { row, rank } }: PlacedNode): number {
  if (row === 'client-identity') return 1;
  return rank === 3 ? 2 : rank;
}

function isFreeSideways(grid: Grid, node: PlacedNode, side: Side): boolean {
  const beyond = (other: Rect): boolean => (side === 'left' ? other.x < node.x : other.x > node.x);
  return !grid.inSlot(node.slot).some((other) => other !== node && beyond(other));
}
