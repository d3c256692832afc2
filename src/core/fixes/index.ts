export { fixesFor } from './fixes-for.ts';
export { writeDataValue } from './makers/data-value-of.ts';
export type { FixCertificate, FixContext } from './types.ts';
