export { CERTIFICATE_STAND_IN, holdsCertificateStandIn } from './certificate-stand-in.ts';
export { KEY_STAND_IN } from './keys/key-stand-in.ts';
export { decodeBase64, encodeBase64 } from './base64.ts';
export { loadBlob, type LoadOptions } from './blob/load-blob.ts';
export { unlockBlob } from './blob/unlock-blob.ts';
export { decodeCertificate } from './certificate.ts';
export { decodeCrl, type DecodedCrl } from './crl.ts';
export { decodeText } from './decode-text.ts';
export { encodePem } from './encode-pem.ts';
export {
  inspectMaterial,
  isCertificateLabel,
  type Expectation,
  type InspectedMaterial,
  type MaterialProblem,
} from './inspect-material.ts';
export { pkiWording, type PkiFindingCode } from './findings.ts';
export { unescapeHtml } from './html-entities.ts';
export { createPkcs12 } from './issuing/create-pkcs12.ts';
export { carriedOver } from './issuing/carried-over.ts';
export { createRequest } from './issuing/create-request.ts';
export { isSelfIssued } from './self-issued.ts';
export { issueCertificate } from './issuing/issue-certificate.ts';
export { reissueCertificate, type ReissueRequest } from './issuing/reissue-certificate.ts';
export { parseIpAddress } from './issuing/parse-ip-address.ts';
export { proveKey, type KeyProof } from './keys/prove-key.ts';
export { publicKeyMatches } from './keys/public-key-matches.ts';
export {
  readPrivateKey,
  type PrivateKeyInfo,
  type PrivateKeyReading,
} from './keys/read-private-key.ts';
export { readPem } from './pem.ts';
export { repairPem, type PemRepair, type RepairedPem } from './repair-pem.ts';
export { sniffBytes, type SniffedKind } from './sniff.ts';
export { summariseCertificate, type CertificateFacts } from './summary.ts';
export type * from './blob/types.ts';
export type * from './issuing/types.ts';
export type * from './types.ts';
