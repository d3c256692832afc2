import type { DraftNode } from './draft.ts';
import type { Row } from './types.ts';

/** Rows from top to bottom. */
export const ROWS: readonly Row[] = ['routing', 'traffic', 'server-identity', 'client-identity'];

interface RowMetrics {
  /** Free space above the first slot and below the last one. */
  readonly before: number;
  readonly after: number;
  /** Node height where the name fits one line, and the space between two slots. */
  readonly slot: number;
  readonly gap: number;
  /** How far above a slot the horizontal lines run. */
  readonly corridor: number;
}

/** Vertical measures in CSS pixels; those of the design's drawing. */
export const ROW_METRICS: Readonly<Record<Row, RowMetrics>> = {
  routing: { before: 18, slot: 48, after: 20, gap: 26, corridor: 12 },
  traffic: { before: 18, slot: 56, after: 16, gap: 46, corridor: 27 },
  'server-identity': { before: 32, slot: 48, after: 22, gap: 30, corridor: 19 },
  'client-identity': { before: 22, slot: 54, after: 27, gap: 30, corridor: 11 },
};

/** Space between two strips of a component; more between components. */
export const STRIP_GAP = 12;
export const COMPONENT_GAP = 16;

/** Space above the first routing slot when the lane's label has to stand above a node. */
export const LABEL_SPACE = 28;

/** Left edges and widths of the ranks. The tube runs from rank 0 to rank 2. */
const RANK_X: readonly number[] = [16, 220, 428, 676];
const RANK_WIDTH: readonly number[] = [162, 166, 162, 162];

export const FIRST_X = 16;
export const LAST_X = 838;
/** Width of a component without lines on the outer lanes. */
export const STAGE_WIDTH = 868;
export const TUBE = { left: 178, right: 428, shortRight: 400, height: 96 };

/** Free vertical stripes between two ranks, by the rank on the left. */
export const CHANNEL_X: readonly number[] = [199, 407, 633];

/** First outer lanes, left and right of all nodes; more follow outwards. */
export const OUTER = { left: 6, right: 852, step: 9 };

/** Tracks of one corridor or channel lie this far apart. */
export const TRACK_STEP = 6;

/** Names longer than this are set on two lines. */
const LINE_CHARACTERS = 15;
const WIDE = 236;
const WIDE_CHARACTERS = 25;

export interface Span {
  readonly x: number;
  readonly width: number;
}

/** Horizontal extent of a node. Client identities carry long names and dates, and nothing stands between them. */
export function spanOf({ row, rank }: DraftNode): Span {
  if (row === 'client-identity') {
    return rank === 0 ? { x: FIRST_X, width: WIDE } : { x: LAST_X - WIDE, width: WIDE };
  }
  return { x: RANK_X[rank] ?? FIRST_X, width: RANK_WIDTH[rank] ?? 162 };
}

/** Height of a node: one line for the name, or two. */
export function heightOf({ row, name }: DraftNode): number {
  const { slot } = ROW_METRICS[row];
  const limit = row === 'client-identity' ? WIDE_CHARACTERS : LINE_CHARACTERS;
  return name.length > limit ? Math.max(slot, 54) : slot;
}
