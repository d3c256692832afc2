import type { TopologyInput } from '../../topology/index.ts';
import type { Topology } from '../../topology/types.ts';
import type { Inventory } from '../inventory/take-inventory.ts';
import type { ReadBlob } from '../summaries/summarise-blobs.ts';
import type { Seat } from './seats.ts';

/** What proposals are made from. */
export interface PlacementInput {
  readonly picture: TopologyInput;
  readonly topology: Topology;
  readonly inventory: Inventory;
  readonly blobs: readonly ReadBlob[];
  readonly issuers: ReadonlyMap<string, readonly string[]>;
}

/** What the rules for one file look at. */
export interface PlacementContext extends PlacementInput {
  readonly seats: readonly Seat[];
}
