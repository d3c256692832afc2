import { overlaps } from './labels.ts';
import type { Point, Rect } from './types.ts';

/** Size of a pill: its shape, its words in the small font, and the space around them. */
const HEIGHT = 24;
const CHARACTER = 5.7;
const SPACE = 34;
/** Shortest straight line that carries a pill in its middle. */
const ROOM = 80;
/** Places that are tried along a line, and beside it, stand so far apart. */
const STEP = 12;

/** The space that the pill of a check takes around its centre. */
export function pillBox(label: string, { x, y }: Point): Rect {
  const width = Math.round(label.length * CHARACTER) + SPACE;
  return { x: x - width / 2, y: y - HEIGHT / 2, width, height: HEIGHT };
}

/** A pill in its place. */
export interface Pill {
  readonly label: string;
  readonly at: Point;
}

/**
 * The pill of a check: in the middle of a line that is straight and long enough, else where the line first turns, beside what
 * is checked; every check of a shared CA has its own place then. Where that covers something, it goes to the next free place
 * along the line, with fewer words where it must; where there is none, beside the line, or in the end over another pill.
 *
 * @param labels what it may say, the longest first
 * @param solid nodes and tubes
 * @param pills those that stand already
 */
export function placePill(
  route: readonly Point[],
  labels: readonly string[],
  solid: readonly Rect[],
  pills: readonly Rect[],
): Pill {
  const usual = usualPlace(route);
  const along = [usual, ...placesAlong(route)];
  const beside = along.flatMap(placesBeside);
  const all = [...solid, ...pills];
  return (
    freePill(along, labels, all) ??
    freePill(beside, labels, all) ??
    freePill([...along, ...beside], labels, solid) ?? { label: labels.at(-1) ?? '', at: usual }
  );
}

function freePill(
  places: readonly Point[],
  labels: readonly string[],
  taken: readonly Rect[],
): Pill | null {
  for (const label of labels) {
    const at = places.find((place) => {
      const box = pillBox(label, place);
      return !taken.some((rect) => overlaps(box, rect));
    });
    if (at !== undefined) return { label, at };
  }
  return null;
}

function usualPlace([first, second, ...more]: readonly Point[]): Point {
  if (!first || !second) return { x: 0, y: 0 };
  const run = Math.abs(first.x - second.x) + Math.abs(first.y - second.y);
  if (more.length === 0 || run >= ROOM)
    return { x: (first.x + second.x) / 2, y: (first.y + second.y) / 2 };
  return second;
}

/** Points of a line, those of its longest part first, and of each part those in its middle. */
function placesAlong(route: readonly Point[]): readonly Point[] {
  return route
    .slice(1)
    .map((b, index) => ({ a: route[index] ?? b, b }))
    .map(({ a, b }) => ({ a, b, run: Math.abs(a.x - b.x) + Math.abs(a.y - b.y) }))
    .sort((one, other) => other.run - one.run)
    .flatMap(({ a, b, run }) => {
      const steps = Math.floor(run / 2 / STEP);
      const shares = Array.from({ length: steps + 1 }, (_, i) => (i * STEP) / Math.max(run, 1));
      return shares
        .flatMap((share) => (share === 0 ? [0.5] : [0.5 - share, 0.5 + share]))
        .map((at) => ({ x: a.x + (b.x - a.x) * at, y: a.y + (b.y - a.y) * at }));
    });
}

function placesBeside({ x, y }: Point): readonly Point[] {
  return [1, 2, 3, 4].flatMap((times) => [
    { x, y: y - times * STEP },
    { x, y: y + times * STEP },
  ]);
}
