export type * from './field.ts';
export type * from './finding.ts';
export * from './implementation.ts';
export type * from './range.ts';
export type * from './step.ts';
export type * from './workspace.ts';
export * from './installed-crds.ts';
