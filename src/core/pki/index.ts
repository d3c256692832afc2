export { decodeBase64, encodeBase64 } from './base64.ts';
export { loadBlob, type LoadOptions } from './blob/loadBlob.ts';
export { unlockBlob } from './blob/unlockBlob.ts';
export { decodeCertificate } from './certificate.ts';
export { decodeText } from './decodeText.ts';
export { encodePem } from './encodePem.ts';
export {
  inspectMaterial,
  isCertificateLabel,
  type Expectation,
  type InspectedMaterial,
  type MaterialProblem,
} from './inspectMaterial.ts';
export { pkiWording, type PkiFindingCode } from './findings.ts';
export { unescapeHtml } from './htmlEntities.ts';
export { issueCertificate } from './issuing/issueCertificate.ts';
export { proveKey, type KeyProof } from './keys/proveKey.ts';
export { publicKeyMatches } from './keys/publicKeyMatches.ts';
export {
  readPrivateKey,
  type PrivateKeyInfo,
  type PrivateKeyReading,
} from './keys/readPrivateKey.ts';
export { readPem } from './pem.ts';
export { repairPem, type PemRepair, type RepairedPem } from './repairPem.ts';
export { sniffBytes, type SniffedKind } from './sniff.ts';
export { summariseCertificate, type CertificateFacts } from './summary.ts';
export type * from './blob/types.ts';
export type * from './issuing/types.ts';
export type * from './types.ts';
