export { buildExample } from './buildExample.ts';
export { exampleList } from './exampleList.ts';
export type { BrokenTwinId, Example, ExampleContext, ExampleId } from './types.ts';
