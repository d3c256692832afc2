import type { Grid } from './grid.ts';
import { crosses } from './plan.ts';
import type { Lane, Point, Rect } from './types.ts';

/** Advance width of one character of the label's monospace font (10.5 px JetBrains Mono). */
const CHARACTER = 6.3;
const LINE_HEIGHT = 12;
/** Space between the text and the ends of its line, and between the text and the line. */
const INSET = 10;
const LIFT = 6;

/** Finds room for field names in one component: beside their line, on nothing else. */
export interface LabelRoom {
  /**
   * Start of the baseline for the name of a line, or null where there is no room; the name is then in the
   * accessible names and in the outline.
   */
  readonly place: (route: readonly Point[], text: string, strip: number) => Point | null;
}

/** `linesOf` gives the lines that pass a strip. */
export function labelRoom(
  grid: Grid,
  linesOf: (strip: number) => readonly (readonly Point[])[],
): LabelRoom {
  const taken = new Map<number, Rect[]>();
  return {
    place: (route, text, strip) => {
      const width = text.length * CHARACTER;
      const own = taken.get(strip) ?? [];
      const solid = [...grid.inStrip(strip), ...laneLabels(grid, strip), ...own];
      const lines = linesOf(strip);
      for (const place of candidates(route, width)) {
        const box = { x: place.x, y: place.y - LINE_HEIGHT + 2, width, height: LINE_HEIGHT };
        if (solid.some((rect) => overlaps(box, rect))) continue;
        if (lines.some((line) => crosses(line, box, 0))) continue;
        taken.set(strip, [...own, box]);
        return place;
      }
      return null;
    },
  };
}

/** Boxes of the lanes' own labels, at the left edge of the picture. */
function laneLabels(grid: Grid, strip: number): readonly Rect[] {
  return grid.lanesOf(strip).map(laneLabel);
}

function laneLabel({ row, y, label }: Lane): Rect {
  if (label === 'top') return { x: 14, y: y + 2, width: 120, height: 18 };
  const offset = row === 'server-identity' ? 36 : 22;
  return { x: 14, y: y + offset, width: row === 'routing' ? 50 : 100, height: 34 };
}

/** Above the horizontal parts, near either end; else beside the vertical parts between the ranks. */
function candidates(route: readonly Point[], width: number): readonly Point[] {
  const segments = route.slice(1).map((b, index) => ({ a: route[index] ?? b, b }));
  const horizontal = segments.flatMap(({ a, b }) => {
    const left = Math.min(a.x, b.x);
    const right = Math.max(a.x, b.x);
    if (a.y !== b.y || right - left < width + 18) return [];
    return [left + INSET, right - width - INSET].map((x) => ({ x, y: a.y - LIFT }));
  });
  const vertical = segments.flatMap(({ a, b }) =>
    a.x === b.x && Math.abs(a.y - b.y) >= 44 && a.x > 16 && a.x < 838
      ? [{ x: a.x + INSET, y: Math.min(a.y, b.y) + 27 }]
      : [],
  );
  return [...horizontal, ...vertical];
}

export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
