import type { HandshakeStep, Party } from '../../core/handshake/types.ts';

/** Width and height of one row's drawing, in its own units; the row stretches it. */
export const LANE_WIDTH = 344;
export const LANE_HEIGHT = 25;

/** Where each party's lane runs. */
export const LANE_X: Readonly<Record<Party, number>> = { client: 36, gateway: 160, backend: 288 };

const DOT = 4;
const HEAD_GAP = 3;
const HEAD_LENGTH = 7;
const HEAD_HALF = 3.8;

/** A message between two lanes, or a check that one party makes by itself. */
export type LaneDrawing =
  | {
      readonly kind: 'message';
      readonly line: string;
      readonly head: string;
      readonly dot: number;
    }
  | { readonly kind: 'check'; readonly at: number };

/** The drawing of one step: an arrow with its dot at the sender and its head at the receiver, or a mark on one lane. */
export function laneDrawing({ from, to }: Pick<HandshakeStep, 'from' | 'to'>): LaneDrawing {
  if (from === to) return { kind: 'check', at: LANE_X[from] };
  const start = LANE_X[from];
  const end = LANE_X[to];
  const way = end > start ? 1 : -1;
  const tip = end - way * HEAD_GAP;
  const y = LANE_HEIGHT / 2;
  const base = tip - way * HEAD_LENGTH;
  return {
    kind: 'message',
    line: `M${String(start + way * DOT)} ${String(y)}H${String(base + way)}`,
    head: `M${String(tip)} ${String(y)}L${String(base)} ${String(y - HEAD_HALF)}V${String(y + HEAD_HALF)}Z`,
    dot: start,
  };
}

/** Whether the row lies within the TLS span: from the start of the handshake to its end. */
export function isInTls(step: Pick<HandshakeStep, 'n'>): boolean {
  return step.n >= 3 && step.n <= 9;
}
