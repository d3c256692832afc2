export { loadKeyPair, type KeyPairFiles } from './loadKeyPair.ts';
export { loadPrivateKey, type LoadedKey } from './loadPrivateKey.ts';
export { loadTrust } from './loadTrust.ts';
export { readPemStream, type PemStop, type PemStream, type StreamBlock } from './pemStream.ts';
export type {
  LoadedFile,
  LoadFailure,
  LoadFailureReason,
  LoadResult,
  OwnPair,
  TrustLoader,
} from './types.ts';
