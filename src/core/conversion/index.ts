export { convertSetup } from './convert-setup.ts';
export { verdictChanges, type VerdictChange } from './verdict-changes.ts';
export type * from './types.ts';
