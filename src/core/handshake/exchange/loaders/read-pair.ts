import { loadKeyPair, loadTrust, type LoadResult } from '../../../verify/loading/index.ts';
import type { VerifyRequest } from '../../../verify/types.ts';
import type { BlockPair, PresentedPair } from './types.ts';

/** Reads a pair with OpenSSL; without a key only the chain is known: whether the pair loads cannot be told. */
export async function readPair(
  { certificate, key }: BlockPair,
  securityLevel: VerifyRequest['securityLevel'],
  crypto: Crypto,
): Promise<LoadResult<PresentedPair>> {
  if (key !== undefined) return loadKeyPair({ certificate, key, securityLevel }, crypto);
  const chain = loadTrust(certificate, 'pem-read-bio');
  return chain.ok ? { ok: true, value: { chain: chain.value, keyProof: 'not-checked' } } : chain;
}
