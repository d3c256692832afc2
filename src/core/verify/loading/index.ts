export { keyMismatch, loadKeyPair, type KeyPairFiles } from './load-key-pair.ts';
export { loadOwnChain } from './load-own-chain.ts';
export { loadPrivateKey, type LoadedKey } from './load-private-key.ts';
export { loadTrust } from './load-trust.ts';
export { KEY_VALUES_MISMATCH, SECURITY_REFUSALS } from './openssl-error-text.ts';
export { isCertificateLabel, readCertificates } from './read-certificates.ts';
export { rememberedProof } from './remembered-proof.ts';
export { readPemStream, type PemStop, type PemStream, type StreamBlock } from './pem-stream.ts';
export type {
  LoadedFile,
  LoadFailure,
  LoadFailureReason,
  LoadResult,
  OwnPair,
  TrustLoader,
} from './types.ts';
