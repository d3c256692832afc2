import type { Component } from './components.ts';
import type { DraftHop, DraftNode } from './draft.ts';
import { heightOf, LABEL_SPACE, ROW_METRICS, spanOf, STRIP_GAP, TUBE } from './metrics.ts';
import { slotsOf } from './stacks.ts';
import type { SlotContent } from './stacks.ts';
import type { Lane, Rect, Row } from './types.ts';
import { groupBy } from '../gateway-api/group-by.ts';

/** A node with its place. `slot` counts through the whole component. */
export interface PlacedNode extends Rect {
  readonly node: DraftNode;
  readonly strip: number;
  readonly slot: number;
}

export interface PlacedHop {
  readonly hop: DraftHop;
  readonly tube: Rect;
  readonly slot: number;
  readonly strip: number;
}

/** One horizontal line of nodes. Between two slots nothing stands: that is where lines run. */
export interface Slot {
  readonly row: Row;
  readonly strip: number;
  readonly top: number;
  readonly bottom: number;
}

/** A free horizontal stripe over the full width: number `i` lies above slot `i`, the last one below all. */
export interface Corridor {
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

export interface Grid {
  readonly nodes: ReadonlyMap<string, PlacedNode>;
  readonly hops: readonly PlacedHop[];
  readonly slots: readonly Slot[];
  readonly corridors: readonly Corridor[];
  readonly lanes: readonly Lane[];
  readonly bottom: number;
  /** Nodes and tubes of one slot, and nodes of one strip. */
  readonly inSlot: (slot: number) => readonly Rect[];
  readonly inStrip: (strip: number) => readonly Rect[];
  readonly lanesOf: (strip: number) => readonly Lane[];
}

interface Building {
  readonly nodes: Map<string, PlacedNode>;
  readonly hops: PlacedHop[];
  readonly slots: Slot[];
  readonly lanes: { readonly lane: Lane; readonly strip: number }[];
  y: number;
}

/** Space that a line keeps from the nodes above and below its corridor. */
const CLEARANCE = 5;

/** Gives every node and tube of one component its place, starting at `top`. */
export function layGrid(
  component: Component,
  top: number,
  neighbours: (id: string) => readonly string[],
): Grid {
  const building: Building = { nodes: new Map(), hops: [], slots: [], lanes: [], y: top };
  component.strips.forEach((strip, index) => {
    const rows = groupBy(slotsOf(strip, neighbours), ({ row }) => row);
    if (index > 0) building.y += STRIP_GAP;
    for (const [row, contents] of rows) layRow(building, row, contents, index);
  });
  const { nodes, hops, slots, lanes, y } = building;
  const rects = [...nodes.values(), ...hops.map(railsOf)];
  const bySlot = groupBy(rects, ({ slot }) => slot);
  const byStrip = groupBy(rects, ({ strip }) => strip);
  const lanesByStrip = groupBy(lanes, ({ strip }) => strip);
  return {
    nodes,
    hops,
    slots,
    lanes: lanes.map(({ lane }) => lane),
    corridors: corridorsOf(slots, top, y),
    bottom: y,
    inSlot: (slot) => bySlot.get(slot) ?? [],
    inStrip: (strip) => byStrip.get(strip) ?? [],
    lanesOf: (strip) => lanesByStrip.get(strip)?.map(({ lane }) => lane) ?? [],
  };
}

function layRow(
  building: Building,
  row: Row,
  contents: readonly SlotContent[],
  strip: number,
): void {
  const { before, after, gap } = ROW_METRICS[row];
  const firstRank = contents.some(({ nodes }) => nodes.some(({ rank }) => rank === 0));
  const label = firstRank && row !== 'traffic' ? 'top' : 'left';
  const laneTop = building.y;
  let y = laneTop + (label === 'top' && row === 'routing' ? LABEL_SPACE : before);
  for (const content of contents) {
    y = laySlot(building, content, y, strip) + gap;
  }
  building.y = y - gap + after;
  const lane: Lane = { row, y: laneTop, height: building.y - laneTop, label };
  building.lanes.push({ lane, strip });
}

/** Returns the bottom of the slot. */
function laySlot(building: Building, content: SlotContent, top: number, strip: number): number {
  const { row, nodes, hop } = content;
  const height = Math.max(ROW_METRICS[row].slot, ...nodes.map(heightOf));
  const slot = building.slots.length;
  building.slots.push({ row, strip, top, bottom: top + height });
  for (const node of nodes) {
    const own = heightOf(node);
    const y = top + (height - own) / 2;
    building.nodes.set(node.id, { node, strip, slot, ...spanOf(node), y, height: own });
  }
  if (hop) building.hops.push({ hop, strip, slot, tube: tubeAt(top + height / 2, nodes, hop) });
  return top + height;
}

/** The tube ends at its backend, or short of it when the backend stands in a slot above. */
function tubeAt(middle: number, nodes: readonly DraftNode[], hop: DraftHop): Rect {
  const right = nodes.some(({ id }) => id === hop.target) ? TUBE.right : TUBE.shortRight;
  return {
    x: TUBE.left,
    y: middle - TUBE.height / 2,
    width: right - TUBE.left,
    height: TUBE.height,
  };
}

/** A tube without its pills: what a line may not cross. */
function railsOf({ tube, slot, strip }: PlacedHop): Rect & Pick<PlacedNode, 'slot' | 'strip'> {
  return { x: tube.x, y: tube.y + 27, width: tube.width, height: tube.height - 54, slot, strip };
}

function corridorsOf(slots: readonly Slot[], top: number, bottom: number): readonly Corridor[] {
  const corridors = slots.map((slot, index): Corridor => {
    const previous = slots[index - 1]?.bottom ?? top;
    const y = Math.max(slot.top - ROW_METRICS[slot.row].corridor, previous + CLEARANCE);
    return { y, from: previous + CLEARANCE, to: slot.top - CLEARANCE };
  });
  const last = slots.at(-1)?.bottom ?? top;
  return [...corridors, { y: last + 10, from: last + CLEARANCE, to: bottom }];
}
