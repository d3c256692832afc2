import { suitesNamed } from './cipher-suites.ts';
import type { ServerOffer } from './offers.ts';
import type { TlsVersion } from './tls-version.ts';

/** Go's order of preference on hardware with AES (`cipherSuitesPreferenceOrder`). */
const SUITES12 = suitesNamed([
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
  'ECDHE-ECDSA-AES128-SHA',
  'ECDHE-RSA-AES128-SHA',
  'ECDHE-ECDSA-AES256-SHA',
  'ECDHE-RSA-AES256-SHA',
  'AES128-GCM-SHA256',
  'AES256-GCM-SHA384',
  'AES128-SHA',
  'AES256-SHA',
]);

/**
 * A Go server (`crypto/tls`) with its defaults.
 *
 * @see Go src/crypto/tls/defaults.go, cipher_suites.go
 */
export function goServer(
  versions: readonly TlsVersion[],
  alpn: readonly string[] | undefined,
): ServerOffer {
  return {
    versions,
    suites13: ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'],
    suites12: SUITES12,
    groups: ['X25519', 'P-256', 'P-384', 'P-521'],
    schemes: [
      'rsa_pss_rsae_sha256',
      'ecdsa_secp256r1_sha256',
      'ed25519',
      'rsa_pss_rsae_sha384',
      'rsa_pss_rsae_sha512',
      'rsa_pkcs1_sha256',
      'rsa_pkcs1_sha384',
      'rsa_pkcs1_sha512',
      'ecdsa_secp384r1_sha384',
      'ecdsa_secp521r1_sha512',
      'rsa_pkcs1_sha1',
      'ecdsa_sha1',
    ],
    alpn: alpn ?? null,
    ownOrder: true,
    holdsCertificatesToGroups: false,
  };
}
