import type { Point } from '../../../core/topology/types.ts';

/** A horizontal stripe of the picture, in CSS pixels at zoom 1. */
export interface Stripe {
  readonly from: number;
  readonly to: number;
}

/**
 * Cuts lines to the stripe and leaves out those that do not pass it, or look there just like one that is
 * kept: hundreds of lines to one shared CA are one line in most places. `lookOf` tells lines apart that
 * look different on the same way.
 */
export function linesInSight<Line>(
  lines: readonly Line[],
  stripe: Stripe,
  routeOf: (line: Line) => readonly Point[],
  lookOf: (line: Line) => string,
): readonly { readonly line: Line; readonly route: readonly Point[] }[] {
  const seen = new Set<string>();
  return lines.flatMap((line) => {
    const whole = routeOf(line);
    if (!passes(whole, stripe)) return [];
    const route = cutTo(whole, stripe);
    const way = route.map(({ x, y }) => `${String(x)} ${String(y)}`).join(' ');
    const drawing = `${lookOf(line)} ${way}`;
    if (seen.has(drawing)) return [];
    seen.add(drawing);
    return [{ line, route }];
  });
}

function passes(route: readonly Point[], { from, to }: Stripe): boolean {
  return route.some(({ y }) => y >= from) && route.some(({ y }) => y <= to);
}

/**
 * The same axis-parallel line drawn no further than the stripe: what lies outside collapses onto its edges.
 * A dotted line of fifty thousand pixels would take the browser longer than all the rest.
 */
export function cutTo(route: readonly Point[], { from, to }: Stripe): readonly Point[] {
  const cut = route.map(({ x, y }) => ({ x, y: Math.min(to, Math.max(from, y)) }));
  return cut.filter(({ y }, index) => {
    const onEdge = y === from || y === to;
    return !onEdge || cut[index - 1]?.y !== y || cut[index + 1]?.y !== y;
  });
}
