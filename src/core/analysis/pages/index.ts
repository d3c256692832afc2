export { checkOf, checks, findChecks, type Check } from './list-checks.ts';
export { sourceParts, type SourcePart } from './source-parts.ts';
export type { FindingPage } from './types.ts';
