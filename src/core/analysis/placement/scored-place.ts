import type { Placement } from './types.ts';

/** A place and how much speaks for it: 100 when the certificates themselves do, 10 when it is merely possible. */
export interface ScoredPlace {
  readonly score: number;
  readonly place: Placement;
}
