import { proveKey, type KeyProof } from '../../pki/keys/prove-key.ts';
import type { Certificate } from '../../pki/types.ts';
import { textDigest } from './text-digest.ts';

/** Proofs remembered for one crypto implementation before the oldest are forgotten. */
const LIMIT = 1000;

const memories = new WeakMap<Crypto, Map<string, Promise<KeyProof>>>();

/**
 * `proveKey`, made once for a certificate and key text: many routes lead to one backend, and a signature costs
 * more than all the rest of a handshake. The memory holds digests, no key.
 */
export function rememberedProof(
  certificate: Certificate,
  keyPem: string,
  crypto: Crypto,
): Promise<KeyProof> {
  const memory = memories.get(crypto) ?? new Map<string, Promise<KeyProof>>();
  memories.set(crypto, memory);
  const id = `${certificate.fingerprint} ${textDigest(keyPem)}`;
  const proof = memory.get(id) ?? proveKey(certificate, keyPem, crypto);
  memory.set(id, proof);
  const oldest = memory.keys().next();
  if (memory.size > LIMIT && oldest.done !== true) memory.delete(oldest.value);
  return proof;
}
