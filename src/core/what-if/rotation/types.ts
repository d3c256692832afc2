import type { Outlook, Variant } from '../types.ts';

/** Whose CA is rotated: that of the backend's certificate, or that of the gateway's. */
export type RotationSide = 'server' | 'client';

/** Which CAs the verifying side trusts. */
export type Bundle = 'old' | 'both' | 'new';

/** Which certificate is presented. While pods roll, both are. */
export type Leaf = 'old' | 'new';

/** One combination as the real analysis judges it through every implementation. */
export interface RotationState {
  readonly bundle: Bundle;
  readonly leaf: Leaf;
  readonly outlooks: readonly Outlook[];
}

export type RotationStepId = 'trust-both' | 'new-leaf' | 'drop-old';

/**
 * One step in the order to apply. `variant` is the workspace when this step and those before it are done; what it names as
 * changed is this step's own.
 */
export interface RotationStep {
  readonly id: RotationStepId;
  readonly title: string;
  /** What has to be reloaded or restarted, as far as the facts say. */
  readonly reload: readonly string[];
  readonly variant: Variant;
}

/** One moment of an order: what is trusted, and which certificates are presented at the same time. */
export interface OrderRow {
  readonly title: string;
  readonly bundle: Bundle;
  readonly live: readonly Leaf[];
}

/** An order in which the changes can be applied. */
export interface RotationOrder {
  readonly title: string;
  readonly rows: readonly OrderRow[];
}

/** A rotation, rehearsed. */
export interface Rotation {
  readonly kind: 'rehearsed';
  readonly side: RotationSide;
  /** Names of the CAs: the one that goes and the one that comes. */
  readonly oldCa: string;
  readonly newCa: string;
  readonly steps: readonly RotationStep[];
  /** All six combinations. */
  readonly states: readonly RotationState[];
  /** The order of `steps` first, then two that break. */
  readonly orders: readonly RotationOrder[];
}

/** Why a rotation cannot be rehearsed. */
export interface RotationRefused {
  readonly kind: 'refused';
  readonly side: RotationSide;
  readonly reason: string;
}
