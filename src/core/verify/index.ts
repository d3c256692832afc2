export {
  adviseServerCertificate,
  type ServerCertificateAdvice,
} from './advise/adviseServerCertificate.ts';
export { adviseTrustAnchors, type AmbiguousAnchors } from './advise/adviseTrustAnchors.ts';
export { checkHost } from './checkHost.ts';
export { opensslError, type OpensslError } from './openssl/opensslErrors.ts';
export { verifyOpenssl } from './openssl/verifyOpenssl.ts';
export { createSignatureChecker } from './signature/createSignatureChecker.ts';
export type * from './types.ts';
