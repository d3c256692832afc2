import { suitesNamed } from './cipher-suites.ts';
import { groupName } from './group-name.ts';
import type { ClientOffer } from './offers.ts';
import type { SignatureScheme } from './signature-schemes.ts';
import type { TlsVersion } from './tls-version.ts';

/** What agentgateway hands to rustls; absent values are its defaults. */
export interface RustlsParams {
  readonly versions: readonly TlsVersion[];
  readonly groups?: readonly string[] | undefined;
  readonly alpn?: readonly string[] | undefined;
}

const SCHEMES: readonly SignatureScheme[] = [
  'ecdsa_secp521r1_sha512',
  'ecdsa_secp384r1_sha384',
  'ecdsa_secp256r1_sha256',
  'ed25519',
  ...['sha512', 'sha384', 'sha256'].flatMap((hash) => [
    `rsa_pss_rsae_${hash}`,
    `rsa_pkcs1_${hash}`,
  ]),
];

/**
 * agentgateway as a client: rustls with aws-lc-rs and agentgateway's own lists.
 *
 * @see agentgateway crates/agentgateway/src/transport/tls.rs `DEFAULT_CIPHER_SUITES`, `DEFAULT_KEY_EXCHANGE_GROUPS`;
 *   rustls crypto/aws_lc_rs `SUPPORTED_SIG_ALGS`
 */
export function rustlsClient({ versions, groups, alpn }: RustlsParams): ClientOffer {
  return {
    versions,
    suites13: ['TLS_AES_256_GCM_SHA384', 'TLS_AES_128_GCM_SHA256'],
    suites12: suitesNamed([
      'ECDHE-ECDSA-AES256-GCM-SHA384',
      'ECDHE-ECDSA-AES128-GCM-SHA256',
      'ECDHE-RSA-AES256-GCM-SHA384',
      'ECDHE-RSA-AES128-GCM-SHA256',
    ]),
    groups: (groups ?? ['X25519', 'P-256', 'P-384', 'X25519MLKEM768']).map(groupName),
    schemes: SCHEMES,
    ownSchemes: SCHEMES,
    alpn: alpn ?? null,
    holdsLeafToGroups: false,
  };
}
