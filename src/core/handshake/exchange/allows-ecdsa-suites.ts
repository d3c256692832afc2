import type { Certificate } from '../../pki/types.ts';
import { certificateFlags } from '../../verify/openssl/certificate-flags.ts';

/**
 * Whether an OpenSSL server with this certificate offers ECDSA suites up to TLS 1.2: the key usage of an EC certificate has
 * to allow signatures, and no extension may be broken. TLS 1.3, RSA and Ed25519 do not ask.
 *
 * @see OpenSSL ssl/ssl_lib.c `ssl_set_masks`, crypto/x509/v3_purp.c `X509_get_key_usage`
 */
export function allowsEcdsaSuites(leaf: Certificate): boolean {
  if (leaf.publicKey.family !== 'EC') return true;
  const { keyUsage } = leaf.extensions;
  if (certificateFlags(leaf).invalid) return false;
  return keyUsage === undefined || keyUsage.includes('digitalSignature');
}
