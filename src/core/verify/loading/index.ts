export { keyMismatch, loadKeyPair, type KeyPairFiles } from './load-key-pair.ts';
export { loadOwnChain } from './load-own-chain.ts';
export { loadPrivateKey, type LoadedKey } from './load-private-key.ts';
export { loadTrust } from './load-trust.ts';
export { readPemStream, type PemStop, type PemStream, type StreamBlock } from './pem-stream.ts';
export type {
  LoadedFile,
  LoadFailure,
  LoadFailureReason,
  LoadResult,
  OwnPair,
  TrustLoader,
} from './types.ts';
