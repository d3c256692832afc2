export { choiceProblems } from './choice-problems.ts';
export { defaultChoices, defaultGateway } from './default-choices.ts';
export { generateSetup } from './generate-setup.ts';
export { issueMaterial, validityDays, type IssueContext } from './issue-material.ts';
export { keyRefusals, type KeyRefusal } from './key-refusals.ts';
export { neededMaterial, type NeededMaterial } from './needed-material.ts';
export { acceptedEverywhere, keyRefusal } from './problems/key-problems.ts';
export type * from './types.ts';
