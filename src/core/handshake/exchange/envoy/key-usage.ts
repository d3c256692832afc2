import type { Certificate } from '../../../pki/types.ts';

/**
 * Whether BoringSSL refuses to use the backend's certificate for a signature, which every cipher suite that Envoy offers
 * asks for: a key usage that is there has to allow it.
 *
 * @param enforcesRsa false lets RSA keys pass (TLS 1.2 before Envoy 1.38)
 * @see BoringSSL ssl/ssl_cert.cc `ssl_cert_check_key_usage`; RFC 8446 §4.4.2.2
 */
export function isKeyUsageRefused(leaf: Certificate, enforcesRsa: boolean): boolean {
  const { keyUsage } = leaf.extensions;
  if (keyUsage === undefined || keyUsage.includes('digitalSignature')) return false;
  return enforcesRsa || leaf.publicKey.family !== 'RSA';
}
