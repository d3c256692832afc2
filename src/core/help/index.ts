export { fieldFacts } from './field-facts.ts';
export type { FieldHelp } from './field-help.ts';
export { helpFor, kindHelp } from './help-for.ts';
export { readers, type Reader } from './readers.ts';
