export { buildTopology, type Layouts } from './buildTopology.ts';
export { hopMode } from './hopMode.ts';
export { verdictOfHandshake } from './verdict.ts';
export type { TopologyInput } from './input.ts';
export type * from './types.ts';
