export { admit } from './admit.ts';
export { fieldText } from './structural/field-text.ts';
export type * from './types.ts';
