import type { Point } from '../../../core/topology/types.ts';

/** Radius of the corners, in CSS pixels at zoom 1. */
const RADIUS = 10;

/** SVG path along axis-parallel corners, rounded; a short leg gets a smaller radius. */
export function roundedPath(points: readonly Point[], radius = RADIUS): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (!before) return `M${text(point)}`;
      if (!after) return `L${text(point)}`;
      const bend = Math.min(radius, legLength(before, point) / 2, legLength(point, after) / 2);
      return `L${text(toward(point, before, bend))}Q${text(point)} ${text(toward(point, after, bend))}`;
    })
    .join('');
}

function text({ x, y }: Point): string {
  return `${String(x)} ${String(y)}`;
}

function legLength(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

/** The point `distance` away from `from` on the way to `to`. */
export function toward(from: Point, to: Point, distance: number): Point {
  const length = legLength(from, to);
  if (length === 0) return from;
  const part = distance / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

/** The same line, starting `start` later and ending `end` earlier. */
export function trimmed(points: readonly Point[], start: number, end: number): readonly Point[] {
  const [first, second] = points;
  const last = points.at(-1);
  const beforeLast = points.at(-2);
  if (!first || !second || !last || !beforeLast) return points;
  return [toward(first, second, start), ...points.slice(1, -1), toward(last, beforeLast, end)];
}

/** Arrow head with its tip on the last point, as a closed path. */
export function arrowHead(points: readonly Point[], length: number, half: number): string {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (!tip || !before) return '';
  const base = toward(tip, before, length);
  const across = tip.x === before.x ? { x: half, y: 0 } : { x: 0, y: half };
  const left = { x: base.x + across.x, y: base.y + across.y };
  const right = { x: base.x - across.x, y: base.y - across.y };
  return `M${text(tip)}L${text(left)}L${text(right)}Z`;
}
