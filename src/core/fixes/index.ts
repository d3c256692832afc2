export { fixesFor } from './fixes-for.ts';
export type { FixCertificate, FixContext } from './types.ts';
