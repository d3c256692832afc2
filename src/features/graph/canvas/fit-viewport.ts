import type { Rect, Topology } from '../../../core/topology/types.ts';

export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Pane {
  readonly width: number;
  readonly height: number;
}

/** The graph never shrinks below the first by itself, nor grows above the second. */
export const FIT_ZOOM = { min: 0.72, max: 1.12 };
/** What zoom controls and gestures may reach. */
export const ZOOM = { min: FIT_ZOOM.min, max: 2 };

/** Height at the lower edge that the legend takes, beyond the picture's own margin. */
const LEGEND = 10;

/** Space around an item that counts as in sight. */
const MARGIN = 8;

export function boundsOf({ left = 0, width, height }: Topology): Rect {
  return { x: left, y: 0, width: width - left, height };
}

/** The picture without the last group, or all of it when there is nothing else. */
function mainHeight({ height, loose }: Topology): number {
  return loose === undefined || loose.y === 0 ? height : loose.y;
}

/**
 * The viewport that shows the whole picture. Where it would have to shrink for the last group alone, that
 * group stays below the edge; where it would shrink too far, the beginning is shown, or `focus` in the middle
 * when it lies beyond. (xyflow's own `fitView` never resolves with `onlyRenderVisibleElements` and nodes of given
 * size.)
 */
export function fitViewport(topology: Topology, whole: Pane, focus: Rect | null): Viewport {
  const pane = { width: whole.width, height: whole.height - LEGEND };
  const content = boundsOf(topology);
  const fitting = (height: number): number =>
    Math.min(pane.width / content.width, pane.height / height);
  const all = Math.max(fitting(content.height), Math.min(1, fitting(mainHeight(topology))));
  // Twice as tall as the pane even when small: it will be panned anyway, so it may as well be readable.
  const wanted = all < FIT_ZOOM.min / 2 ? Math.min(1, pane.width / content.width) : all;
  const zoom = Math.min(FIT_ZOOM.max, Math.max(FIT_ZOOM.min, wanted));
  return fromTheBeginning(content, pane, zoom, focus);
}

/** Along each axis the content's beginning when `item` is in sight from there, else what `centreOn` gives. */
function fromTheBeginning(content: Rect, pane: Pane, zoom: number, item: Rect | null): Viewport {
  const start = centreOn(content, pane, zoom, null);
  if (item === null) return start;
  const centred = centreOn(content, pane, zoom, item);
  const reaches = (from: number, end: number, room: number): boolean =>
    from + end * zoom <= room - MARGIN;
  return {
    x: reaches(start.x, item.x + item.width, pane.width) ? start.x : centred.x,
    y: reaches(start.y, item.y + item.height, pane.height) ? start.y : centred.y,
    zoom,
  };
}

/**
 * The viewport at `zoom` with `item` as near to the middle as the content's edges allow; content that is
 * smaller than the pane is centred.
 */
export function centreOn(content: Rect, pane: Pane, zoom: number, item: Rect | null): Viewport {
  const along = (start: number, size: number, room: number, at: number | null): number => {
    const slack = room - size * zoom;
    if (slack >= 0) return slack / 2 - start * zoom;
    const wanted = at === null ? -start * zoom : room / 2 - at * zoom;
    return Math.min(-start * zoom, Math.max(wanted, slack - start * zoom));
  };
  return {
    x: along(content.x, content.width, pane.width, item && item.x + item.width / 2),
    y: along(content.y, content.height, pane.height, item && item.y + item.height / 2),
    zoom,
  };
}

/** Whether all of `item` is in sight, with a little space around it. */
export function isWhollyInSight({ x, y, zoom }: Viewport, pane: Pane, item: Rect): boolean {
  const left = item.x * zoom + x;
  const top = item.y * zoom + y;
  return (
    left >= MARGIN &&
    top >= MARGIN &&
    left + item.width * zoom <= pane.width - MARGIN &&
    top + item.height * zoom <= pane.height - MARGIN
  );
}

/** Whether any part of `item` is in sight. */
export function isInSight({ x, y, zoom }: Viewport, pane: Pane, item: Rect): boolean {
  return (
    (item.x + item.width) * zoom + x > 0 &&
    item.x * zoom + x < pane.width &&
    (item.y + item.height) * zoom + y > 0 &&
    item.y * zoom + y < pane.height
  );
}
