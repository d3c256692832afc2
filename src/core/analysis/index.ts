export { catalogue, type FindingCode } from './catalogue.ts';
export { createAnalyzer, type Analyzer } from './create-analyzer.ts';
export type { ConnectionEnds } from './connection-ends.ts';
export type * from './data-plane/types.ts';
export type * from './types.ts';
