import type { RenderedFinding } from '../../analysis/index.ts';
import type { Outlook } from '../types.ts';

/** One connection through one implementation on both sides; null where there is no such connection. */
export interface OutlookChange {
  readonly connectionId: string;
  readonly label: string;
  readonly before: Outlook | null;
  readonly after: Outlook | null;
  /** Whether verdict, step, answer or log line differ. */
  readonly changed: boolean;
}

/** One object that is not the same on both sides. */
export interface ObjectChange {
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly change: 'added' | 'removed' | 'edited';
}

/** A finding as a line. */
export type FindingLine = Pick<RenderedFinding, 'id' | 'code' | 'severity' | 'title'>;

/** What differs between two states of a workspace. */
export interface StateComparison {
  /** By connection, then in lens order. */
  readonly outlooks: readonly OutlookChange[];
  readonly findings: {
    readonly gone: readonly FindingLine[];
    readonly new: readonly FindingLine[];
  };
  readonly objects: readonly ObjectChange[];
  /** The as-of date of each side, ISO 8601. */
  readonly at: { readonly before: string; readonly after: string };
}
