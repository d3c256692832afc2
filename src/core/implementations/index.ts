export { implementationWording, type ImplementationFindingCode } from './findings.ts';
export { goX509KeyPair } from '../verify/go/x509-key-pair.ts';
export { implementationInfo, type ImplementationInfo } from './implementation-info.ts';
export { admitCaBundle, type CaAdmission } from './nginx-gateway-fabric/admit-ca-bundle.ts';
export { admitClientSecret } from './nginx-gateway-fabric/admit-client-secret.ts';
export { programNgf } from './nginx-gateway-fabric/program-ngf.ts';
export { notCheckedReason, program, type ChosenVersions } from './program.ts';
export type * from './types.ts';
