export { fixesFor } from './fixes-for.ts';
export { makersByCode, type FixableCode } from './makers-by-code.ts';
export { writeDataValue } from './makers/data-value-of.ts';
export type { FixCertificate, FixConnection, FixContext } from './types.ts';
