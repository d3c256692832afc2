export {
  adviseServerCertificate,
  type ServerCertificateAdvice,
} from './advise/advise-server-certificate.ts';
export { adviseTrustAnchors, type AmbiguousAnchors } from './advise/advise-trust-anchors.ts';
export { checkHost } from './check-host.ts';
export { opensslError, type OpensslError } from './openssl/openssl-errors.ts';
export { verifyOpenssl } from './openssl/verify-openssl.ts';
export { createSignatureChecker } from './signature/create-signature-checker.ts';
export type * from './types.ts';
