import type { ObjectStatus } from '../../implementations/status.ts';
import type { SourceRef } from '../../model/index.ts';

/** One entry of a `conditions` list as it stands in a pasted manifest; a field that is absent there is empty here. */
export interface RealCondition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
  /** `lastTransitionTime`, as written. */
  readonly since?: string;
  readonly observedGeneration?: number;
}

/**
 * How the condition of one type differs. `missing`: the cluster has none of that type; `extra`: none is predicted;
 * otherwise the first field that differs: the status, else the reason, else the message.
 */
export interface StatusDifference {
  readonly type: string;
  readonly kind: 'status' | 'reason' | 'message' | 'missing' | 'extra';
}

/**
 * What the real status has in the place of a predicted list.
 *
 * `compared`: the same list, written by the same controller; `not-written`: the object has a status without that
 * list; `not-predicted`: only the cluster has it; `other-controller`: so does this one, but another controller wrote it.
 */
export interface RealStatus {
  readonly relation: 'compared' | 'not-written' | 'not-predicted' | 'other-controller';
  /** Where the list stands; for one that is not written, the status. */
  readonly at: SourceRef;
  readonly controllerName?: string;
  readonly conditions: readonly RealCondition[];
  /** Empty unless compared. */
  readonly differences: readonly StatusDifference[];
  /** The controller has not looked at the newest spec: `observed` is less than `generation`. */
  readonly stale?: { readonly observed: number; readonly generation: number };
}

/** A predicted list beside the real one, where the manifests carry a status; only real: `conditions` is empty. */
export interface ComparedStatus extends ObjectStatus {
  readonly real?: RealStatus;
}
