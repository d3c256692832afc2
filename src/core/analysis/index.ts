export { catalogue, type FindingCode } from './catalogue.ts';
export { createAnalyzer, type Analyzer } from './create-analyzer.ts';
export type { ConnectionEnds } from './connection-ends.ts';
export type * from './data-plane/types.ts';
export type * from './types.ts';
export type { HeldPair } from './placement/held-pairs.ts';
export type { Placed } from './placement/place-files.ts';
export type { NotTaken, PlacedOnto, Placement, Taker } from './placement/types.ts';
export type { ConnectionOutlook, OpenFinding, Outlook } from './outlook.ts';
