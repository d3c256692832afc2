export { readMaterialRef, type Materials } from './apply-assignment.ts';
export { backendTlsFor } from './backend-tls-for.ts';
export { workloadWording, type WorkloadFindingCode } from './findings.ts';
export { serverForSni } from './server-for-sni.ts';
export type * from './types.ts';
