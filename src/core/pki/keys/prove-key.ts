import { concatBytes } from '../der-write.ts';
import type { Certificate } from '../types.ts';
import { readPrivateKey } from './read-private-key.ts';
import { signData } from './sign-data.ts';
import { verifyData } from './verify-data.ts';

/**
 * `proven`: the certificate's public key verified a signature of the private key. `unsupported`: nothing
 * here can sign or verify with such keys. `locked`: the key is encrypted. `unreadable`: there is no key.
 */
export type KeyProof = 'proven' | 'mismatch' | 'unsupported' | 'locked' | 'unreadable';

/** Keeps the proof's signatures apart from anything a real protocol would sign. */
const CONTEXT = new TextEncoder().encode('Backend TLS Studio: proof of possession\0');

/**
 * Proves that a private key belongs to a certificate: signs a fresh random challenge with the key and
 * verifies it with the certificate's public key. This is what a TLS handshake does (RFC 8446 §4.4.3), and
 * stronger than comparing the halves that a key file claims to have. Never throws.
 *
 * @param keyPem text with one private key (the first counts); certificates may stand beside it
 */
export async function proveKey(
  certificate: Certificate,
  keyPem: string,
  crypto: Crypto,
): Promise<KeyProof> {
  const reading = readPrivateKey(keyPem);
  if (reading.state === 'encrypted') return 'locked';
  if (reading.state !== 'plain') return 'unreadable';
  const { key } = reading;
  const { publicKey } = certificate;
  if (!publicKey.decodable) return 'unsupported';
  if (key.family !== publicKey.family || key.curve !== publicKey.curve) return 'mismatch';
  const challenge = concatBytes(CONTEXT, crypto.getRandomValues(new Uint8Array(32)));
  const signature = await signData(key, challenge, crypto);
  if (signature === null) return 'unsupported';
  const verified = await verifyData(publicKey, challenge, signature, crypto);
  if (verified === null) return 'unsupported';
  return verified ? 'proven' : 'mismatch';
}
