import type { ImplementationId, Workspace } from '../model/index.ts';
import type { StateComparison } from './compare/types.ts';
import type { Forecast } from './dates/types.ts';
import type { FaultId, FaultOffer } from './faults/types.ts';
import type { Rotation, RotationRefused, RotationSide } from './rotation/types.ts';
import type { Variant } from './types.ts';

/** One connection of a workspace, looked at through one gateway. */
export interface AskedConnection {
  readonly workspace: Workspace;
  /** Null: as the manifests say. */
  readonly lens: ImplementationId | null;
  readonly connectionId: string;
}

/** What can be asked about things that are not so. */
export type WhatIfQuestion =
  | { readonly kind: 'forecast'; readonly workspace: Workspace }
  | ({ readonly kind: 'fault-menu' } & AskedConnection)
  | ({ readonly kind: 'fault'; readonly fault: FaultId } & AskedConnection)
  | ({ readonly kind: 'rotation'; readonly side: RotationSide } & AskedConnection)
  | { readonly kind: 'comparison'; readonly before: Workspace; readonly after: Workspace };

/** What each question is answered with. `no-connection`: the workspace has none of that id. */
export type WhatIfAnswer =
  | { readonly kind: 'forecast'; readonly forecast: Forecast }
  | { readonly kind: 'fault-menu'; readonly offers: readonly FaultOffer[] }
  | { readonly kind: 'fault'; readonly variant: Variant }
  | { readonly kind: 'rotation'; readonly rotation: Rotation | RotationRefused }
  | { readonly kind: 'comparison'; readonly comparison: StateComparison }
  | { readonly kind: 'no-connection' };
