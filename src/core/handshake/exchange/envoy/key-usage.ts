import type { Certificate } from '../../../pki/types.ts';
import { signingRefusal, type SigningRefusal } from '../../../verify/boringssl/signing-usage.ts';

/**
 * Why BoringSSL refuses to use the backend's certificate for a signature, which every cipher suite that Envoy offers
 * asks for: a key usage that is there has to allow it.
 *
 * @param enforcesRsa false lets RSA keys pass (TLS 1.2 before Envoy 1.38)
 * @see BoringSSL ssl/handshake_client.cc, ssl/tls13_both.cc; RFC 8446 §4.4.2.2
 */
export function keyUsageRefusal(leaf: Certificate, enforcesRsa: boolean): SigningRefusal | null {
  return enforcesRsa || leaf.publicKey.family !== 'RSA' ? signingRefusal(leaf) : null;
}
