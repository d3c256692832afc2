import type { GraphItem, GraphItems } from './graph-items.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Direction of an arrow key; undefined for other keys. */
export const directionOfKey: ReadonlyMap<string, Direction> = new Map([
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
]);

interface Centre {
  readonly item: GraphItem;
  readonly dx: number;
  readonly dy: number;
}

/** Smaller offsets are the same column or line. */
const SAME = 8;

/**
 * Where an arrow leads: left and right along the lines, up and down within a rank. Where no line leads
 * that way, to the next item of the same height. Null when there is nothing.
 */
export function moveFocus(
  { all, byId }: GraphItems,
  from: GraphItem,
  direction: Direction,
): GraphItem | null {
  const offset = (item: GraphItem): Centre => ({
    item,
    dx: item.x + item.width / 2 - (from.x + from.width / 2),
    dy: item.y + item.height / 2 - (from.y + from.height / 2),
  });
  if (direction === 'left' || direction === 'right') {
    const sign = direction === 'right' ? 1 : -1;
    const ahead = ({ dx }: Centre): boolean => dx * sign > SAME;
    const linked = from.neighbours.flatMap((id) => byId.get(id) ?? []).map(offset);
    const level = all.map(offset).filter(({ dy }) => Math.abs(dy) <= SAME);
    const cost = ({ dx, dy }: Centre): number => Math.abs(dx) + 4 * Math.abs(dy);
    return nearest(linked.filter(ahead), cost) ?? nearest(level.filter(ahead), cost);
  }
  const sign = direction === 'down' ? 1 : -1;
  const column = all
    .filter((item) => item.x < from.x + from.width && from.x < item.x + item.width)
    .map(offset)
    .filter(({ dy }) => dy * sign > SAME);
  return nearest(column, ({ dx, dy }) => Math.abs(dy) + Math.abs(dx) / 8);
}

function nearest(
  candidates: readonly Centre[],
  cost: (centre: Centre) => number,
): GraphItem | null {
  let best: GraphItem | null = null;
  let least = Infinity;
  for (const candidate of candidates) {
    const own = cost(candidate);
    if (own >= least) continue;
    least = own;
    best = candidate.item;
  }
  return best;
}
