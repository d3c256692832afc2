export { buildTopology, type Layouts } from './build-topology.ts';
export { hopMode } from './hop-mode.ts';
export { pillBox } from './pills.ts';
export { identityRoles, type IdentityRole } from './roles.ts';
export { verdictOfHandshake, worstOf } from './verdict.ts';
export type { TopologyInput } from './input.ts';
export type * from './types.ts';
