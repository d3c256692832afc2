export {
  adviseServerCertificate,
  type ServerCertificateAdvice,
} from './advise/advise-server-certificate.ts';
export { adviseTrustAnchors, type AmbiguousAnchors } from './advise/advise-trust-anchors.ts';
export { alertFromVerifyResult, type TlsAlert } from './boringssl/alert-from-verify-result.ts';
export { boringsslError } from './boringssl/boringssl-errors.ts';
export { loadsCrl as boringsslLoadsCrl } from './boringssl/crl-facts.ts';
export { loadProblem as boringsslLoadProblem } from './boringssl/load-problem.ts';
export { verifyBoringssl } from './boringssl/verify-boringssl.ts';
export { checkHost } from './check-host.ts';
export { dnsNameMatch } from './envoy/dns-name-match.ts';
export type { SanMatcher } from './envoy/san-matcher.ts';
export { matchSans, type SanMatch } from './envoy/match-sans.ts';
export { sanTexts } from './envoy/san-text.ts';
export { verifyFailureReason } from './envoy/transport-failure-reason.ts';
export { envoyVerifyDepth } from './envoy/verify-depth.ts';
export { verifyEnvoy, type EnvoyRequest, type EnvoyVerdict } from './envoy/verify-envoy.ts';
export { verifyGo } from './go/verify-go.ts';
export { lintCatalogue } from './lint/findings.ts';
export {
  lintAuthorityCertificate,
  lintClientCertificate,
  lintServerCertificate,
  type LintCode,
} from './lint/lint-certificate.ts';
export type { LintFinding } from './lint/lint-rule.ts';
export { opensslError, type OpensslError } from './openssl/openssl-errors.ts';
export { verifyOpenssl } from './openssl/verify-openssl.ts';
export { createSignatureChecker } from './signature/create-signature-checker.ts';
export { verifyWebpki } from './webpki/verify-webpki.ts';
export type * from './types.ts';
