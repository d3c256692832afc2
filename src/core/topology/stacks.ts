import { orderStacks } from './barycentre.ts';
import type { Strip } from './components.ts';
import type { DraftHop, DraftNode } from './draft.ts';
import { ROWS } from './metrics.ts';
import type { Row } from './types.ts';
import { groupBy } from '../gateway-api/group-by.ts';

/** What shares one horizontal line of a row: at most one node a rank, and a tube. */
export interface SlotContent {
  readonly row: Row;
  readonly nodes: readonly DraftNode[];
  readonly hop?: DraftHop;
}

/**
 * Divides a strip into rows of slots, top to bottom. Every hop has a slot of its own in the traffic
 * row, its gateway beside it; the backend stands in the first slot.
 */
export function slotsOf(
  strip: Strip,
  neighbours: (id: string) => readonly string[],
): readonly SlotContent[] {
  const groups = groupBy(strip.nodes, ({ row, rank }) => `${row} ${rank}`);
  const stacks = orderStacks(
    [...groups.values()].filter(([first]) => first?.row !== 'traffic'),
    neighbours,
  );
  return ROWS.flatMap((row) => {
    if (row === 'traffic') return trafficSlots(strip);
    const ofRow = stacks.filter(([first]) => first?.row === row);
    const depth = Math.max(0, ...ofRow.map(({ length }) => length));
    return Array.from({ length: depth }, (_, slot) => ({
      row,
      nodes: ofRow.flatMap((stack) => stack[slot] ?? []),
    }));
  });
}

function trafficSlots({ nodes: all, hops }: Strip): readonly SlotContent[] {
  const members = all.filter(({ row }) => row === 'traffic');
  const gateways = pinGateways(
    members.filter(({ rank }) => rank === 0),
    hops,
  );
  const columns = [1, 2, 3].map((rank) => members.filter((node) => node.rank === rank));
  const depth = Math.max(hops.length, gateways.length, ...columns.map((column) => column.length));
  return Array.from({ length: depth }, (_, slot) => {
    const hop = hops[slot];
    const nodes = [gateways[slot], ...columns.map((column) => column[slot])];
    return {
      row: 'traffic',
      nodes: nodes.filter((node) => node !== undefined),
      ...(hop && { hop }),
    };
  });
}

/** Gateways by slot: beside the first hop of each, the others below. */
function pinGateways(
  gateways: readonly DraftNode[],
  hops: readonly DraftHop[],
): readonly (DraftNode | undefined)[] {
  const pinned = hops.map((hop, slot) =>
    hops.findIndex(({ source }) => source === hop.source) === slot
      ? gateways.find(({ id }) => id === hop.source)
      : undefined,
  );
  return [...pinned, ...gateways.filter((gateway) => !pinned.includes(gateway))];
}
