export { CLIENT_CERTIFICATE_REF } from './client-certificate-ref.ts';
export { closestNames } from './closest-names.ts';
export {
  dataKeys,
  hasRefusedValue,
  readDataValue,
  type DataProblem,
  type DataValue,
} from './data-value.ts';
export { controllerNames, implementationOfController } from './detect-implementation.ts';
export { policyFor } from './effective-policies.ts';
export { endpointSlicesOf, endpointsForPort, isReadyEndpoint } from './endpoint-slices.ts';
export { gatewayApiWording, type GatewayApiFindingCode } from './findings.ts';
export { extensionReference, type ExtensionReference } from './extension-reference.ts';
export { indexObjects } from './index-objects.ts';
export {
  booleanAt,
  isArray,
  isObject,
  itemsAt,
  numberAt,
  objectAt,
  stringAt,
  stringMapAt,
  valueAt,
} from './json.ts';
export { decodeKubernetesBase64, type Base64Result } from '../pki/kubernetes-base64.ts';
export { groups, kinds } from './kinds.ts';
export { objectKey } from '../manifest/object-key.ts';
export { fieldText, makeFinding, type FindingDraft } from './make-finding.ts';
export { isMade, madeFileId, madeKeyOf, makerOf, makersOf } from './makers/makers.ts';
export type { Maker } from './makers/types.ts';
export { namespacedName } from './namespaced-name.ts';
export { podTemplatePath, workloadKinds } from './pod-template.ts';
export { referenceGrantManifest } from './reference-grant-manifest.ts';
export { createGrantChecker, type GrantFrom, type GrantTo } from './reference-grants.ts';
export { rawReferences, targetOf } from './references/collect-references.ts';
export type { RawReference } from './references/raw-reference.ts';
export { resolve, type ResolveOptions } from './resolve.ts';
export { simulateOn } from './simulate-on.ts';
export { specStatus } from './status/spec-status.ts';
export { selectWorkloads } from './select-workloads.ts';
export { servicePorts, type ServicePort } from './service-ports.ts';
export { turnsOnTls } from './turns-on-tls.ts';
export type * from './types.ts';
