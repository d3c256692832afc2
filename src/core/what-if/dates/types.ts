import type { Outlook } from '../types.ts';

/** Why a date matters. */
export interface DateCause {
  readonly kind: 'begins' | 'ends' | 'crl-outdated';
  /** Certificate or CRL, by its name. */
  readonly title: string;
  /** Absent for a CRL. */
  readonly certificateId?: string;
}

/** One connection through one gateway turning on one date. */
export interface Turn {
  readonly connectionId: string;
  readonly label: string;
  readonly before: Outlook;
  readonly after: Outlook;
}

/** A moment at which at least one verdict changes. */
export interface TurningPoint {
  /** Milliseconds since the epoch: the first second on which it is so. */
  readonly at: number;
  readonly causes: readonly DateCause[];
  readonly turns: readonly Turn[];
}

/** What a setup comes to as time goes on. */
export interface Forecast {
  /** The date it was looked at from. */
  readonly from: number;
  readonly points: readonly TurningPoint[];
  /** Dates that were evaluated. */
  readonly dates: number;
  /** Later dates that were not, because there are too many. */
  readonly leftOut: number;
}
