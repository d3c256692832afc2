import type { Grid } from './grid.ts';
import { crosses } from './plan.ts';
import type { Point, Rect } from './types.ts';

/** Advance width of one character of the label's monospace font (10.5 px JetBrains Mono). */
const CHARACTER = 6.3;
const LINE_HEIGHT = 12;

/**
 * Where a field name stands beside its line: over the first horizontal part that is long enough, else
 * beside a vertical part that passes free space. Null when there is no room; the name is then shown
 * with the selection and always in the outline.
 */
export function labelPlace(
  route: readonly Point[],
  text: string,
  grid: Grid,
  strip: number,
): Point | null {
  const width = text.length * CHARACTER;
  const obstacles = grid.inStrip(strip);
  for (const place of candidates(route, width)) {
    const box: Rect = {
      x: place.x,
      y: place.y - LINE_HEIGHT + 2,
      width,
      height: LINE_HEIGHT,
    };
    const free = obstacles.every((obstacle) => !overlaps(box, obstacle));
    if (free && !crosses(route, box, -1)) return place;
  }
  return null;
}

function candidates(route: readonly Point[], width: number): readonly Point[] {
  const segments = route.slice(1).map((b, index) => ({ a: route[index] ?? b, b }));
  const horizontal = segments.flatMap(({ a, b }) => {
    const left = Math.min(a.x, b.x);
    return a.y === b.y && Math.abs(a.x - b.x) >= width + 18 ? [{ x: left + 10, y: a.y - 6 }] : [];
  });
  const vertical = segments.flatMap(({ a, b }) =>
    a.x === b.x && Math.abs(a.y - b.y) >= 44 ? [{ x: a.x + 10, y: Math.min(a.y, b.y) + 27 }] : [],
  );
  return [...horizontal, ...vertical];
}

/** Middle of the longest part, horizontal before vertical: where a pill covers nothing but its line. */
export function pillPlace(route: readonly Point[]): Point {
  let best = { length: -1, at: route[0] ?? { x: 0, y: 0 } };
  route.slice(1).forEach((b, index) => {
    const a = route[index] ?? b;
    const run = a.y === b.y ? 4 * Math.abs(a.x - b.x) : Math.abs(a.y - b.y);
    if (run > best.length) best = { length: run, at: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } };
  });
  return best.at;
}

export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
