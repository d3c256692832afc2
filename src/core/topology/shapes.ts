import type { PlacedNode } from './grid.ts';
import type { PlanPoint, Stripe } from './plan.ts';
import type { Rect } from './types.ts';

/** Shapes of a line between two nodes of one strip. Each leaves from the first and ends at the second. */

export function middleX({ x, width }: Rect): number {
  return x + width / 2;
}

export function middleY({ y, height }: Rect): number {
  return y + height / 2;
}

export function bottomOf({ y, height }: Rect): number {
  return y + height;
}

export function rightOf({ x, width }: Rect): number {
  return x + width;
}

/** The facing vertical sides of two nodes that stand side by side. */
function facing(a: Rect, b: Rect): { readonly from: number; readonly to: number } {
  return a.x < b.x ? { from: rightOf(a), to: b.x } : { from: a.x, to: rightOf(b) };
}

/** Left to right (or back) on one height. */
export function across(a: PlacedNode, b: PlacedNode): readonly PlanPoint[] {
  const { from, to } = facing(a, b);
  const y = middleY(a);
  return [
    { x: from, y },
    { x: to, y },
  ];
}

/** Across, with a step in the channel between two ranks. */
export function stepAcross(a: PlacedNode, b: PlacedNode, channel: Stripe): readonly PlanPoint[] {
  const { from, to } = facing(a, b);
  return [
    { x: from, y: middleY(a) },
    { x: channel, y: middleY(a) },
    { x: channel, y: middleY(b) },
    { x: to, y: middleY(b) },
  ];
}

/** Straight up or down at `x`. */
export function upright(a: PlacedNode, b: PlacedNode, x: number): readonly PlanPoint[] {
  const below = a.y < b.y;
  return [
    { x, y: below ? bottomOf(a) : a.y },
    { x, y: below ? b.y : bottomOf(b) },
  ];
}

/** Up or down at `x`, then sideways into the second node. */
export function turnInto(a: PlacedNode, b: PlacedNode, x: number): readonly PlanPoint[] {
  return [
    { x, y: a.y < b.y ? bottomOf(a) : a.y },
    { x, y: middleY(b) },
    { x: x < b.x ? b.x : rightOf(b), y: middleY(b) },
  ];
}

/** Sideways out of the first node, then up or down into the second at `x`. */
export function turnOut(a: PlacedNode, b: PlacedNode, x: number): readonly PlanPoint[] {
  return [
    { x: x > a.x ? rightOf(a) : a.x, y: middleY(a) },
    { x, y: middleY(a) },
    { x, y: middleY(a) < middleY(b) ? b.y : bottomOf(b) },
  ];
}

/** Up or down, along a corridor, and on in the same direction. */
export function jog(
  a: PlacedNode,
  b: PlacedNode,
  ports: { readonly from: number; readonly to: number },
  corridor: Stripe,
): readonly PlanPoint[] {
  const below = a.y < b.y;
  return [
    { x: ports.from, y: below ? bottomOf(a) : a.y },
    { x: ports.from, y: corridor },
    { x: ports.to, y: corridor },
    { x: ports.to, y: below ? b.y : bottomOf(b) },
  ];
}

/** Out through the corridor beside the first node, along a channel, and in through a second corridor. */
export function weave(
  a: PlacedNode,
  b: PlacedNode,
  ports: { readonly from: number; readonly to: number },
  stripes: { readonly leave: Stripe; readonly channel: Stripe; readonly enter: Stripe },
): readonly PlanPoint[] {
  const below = a.y < b.y;
  const { leave, channel, enter } = stripes;
  return [
    { x: ports.from, y: below ? bottomOf(a) : a.y },
    { x: ports.from, y: leave },
    { x: channel, y: leave },
    { x: channel, y: enter },
    { x: ports.to, y: enter },
    { x: ports.to, y: below ? b.y : bottomOf(b) },
  ];
}

/** Up or down into a corridor, along a channel, then sideways into the second node. */
export function slipInto(
  a: PlacedNode,
  b: PlacedNode,
  x: number,
  stripes: { readonly leave: Stripe; readonly channel: Stripe },
): readonly PlanPoint[] {
  const { leave, channel } = stripes;
  return [
    { x, y: a.y < b.y ? bottomOf(a) : a.y },
    { x, y: leave },
    { x: channel, y: leave },
    { x: channel, y: middleY(b) },
    { x: b.x, y: middleY(b) },
  ];
}
