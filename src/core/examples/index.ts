export { buildExample } from './build-example.ts';
export { exampleList } from './example-list.ts';
export type { BrokenTwinId, Example, ExampleContext, ExampleId } from './types.ts';
