import type { Point, Rect } from './types.ts';

/**
 * A coordinate that is only known once all lines of a stripe have been given a track: a horizontal
 * corridor, a vertical channel between two ranks of one strip, or an outer lane (0 left, 1 right).
 */
export interface Stripe {
  readonly stripe: 'corridor' | 'channel' | 'outer';
  readonly index: number;
}

export type Coordinate = number | Stripe;

export interface PlanPoint {
  readonly x: Coordinate;
  readonly y: Coordinate;
}

/** Corners of a line before tracks are given. Lines of one net share their tracks: they are one bus. */
export interface Plan {
  readonly id: string;
  readonly net: string;
  readonly points: readonly PlanPoint[];
}

/** Middle of a stripe, where its first track lies. */
export type Nominal = (stripe: Stripe) => number;

export function nominalPoint({ x, y }: PlanPoint, nominal: Nominal): Point {
  return {
    x: typeof x === 'number' ? x : nominal(x),
    y: typeof y === 'number' ? y : nominal(y),
  };
}

/** Space that a line keeps from nodes it has nothing to do with. */
const MARGIN = 3;

/** Whether a line of axis-parallel segments passes through a rectangle's inside. */
export function crosses(
  points: readonly Point[],
  { x, y, width, height }: Rect,
  margin: number,
): boolean {
  const left = x - margin;
  const right = x + width + margin;
  const top = y - margin;
  const bottom = y + height + margin;
  return points.some((a, index) => {
    const b = points[index + 1];
    if (!b) return false;
    return (
      Math.max(a.x, b.x) > left &&
      Math.min(a.x, b.x) < right &&
      Math.max(a.y, b.y) > top &&
      Math.min(a.y, b.y) < bottom
    );
  });
}

/** Whether a line is clear of `obstacles`; `own` are the rectangles it starts and ends at. */
export function isClear(
  points: readonly Point[],
  obstacles: readonly Rect[],
  own: readonly Rect[],
): boolean {
  return obstacles.every(
    (obstacle) => !crosses(points, obstacle, own.includes(obstacle) ? -0.5 : MARGIN),
  );
}
