import { suitesNamed } from './cipher-suites.ts';
import { groupName } from './group-name.ts';
import type { ClientOffer } from './offers.ts';
import type { SignatureScheme } from './signature-schemes.ts';
import type { TlsVersion } from './tls-version.ts';

/** `tls_params` and `alpn_protocols` of an UpstreamTlsContext; what is absent is Envoy's default. */
export interface EnvoyTlsParams {
  readonly versions: readonly TlsVersion[];
  /** Envoy's form: suites, `[a|b]` for equal preference, separated by colons. */
  readonly ciphers?: string | undefined;
  readonly curves?: readonly string[] | undefined;
  readonly schemes?: readonly SignatureScheme[] | undefined;
  readonly alpn?: readonly string[] | undefined;
}

const CIPHERS =
  '[ECDHE-ECDSA-AES128-GCM-SHA256|ECDHE-ECDSA-CHACHA20-POLY1305]:[ECDHE-RSA-AES128-GCM-SHA256|ECDHE-RSA-CHACHA20-POLY1305]:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384';

/** `kVerifySignatureAlgorithms`. */
const SCHEMES: readonly SignatureScheme[] = [
  'ecdsa_secp256r1_sha256',
  'rsa_pss_rsae_sha256',
  'rsa_pkcs1_sha256',
  'ecdsa_secp384r1_sha384',
  'rsa_pss_rsae_sha384',
  'rsa_pkcs1_sha384',
  'rsa_pss_rsae_sha512',
  'rsa_pkcs1_sha512',
  'rsa_pkcs1_sha1',
];

/** `kSignSignatureAlgorithms` has these too. */
const OWN_SCHEMES: readonly SignatureScheme[] = ['ed25519', 'ecdsa_secp521r1_sha512', ...SCHEMES];

/**
 * Envoy as a client, with BoringSSL's order of TLS 1.3 suites on hardware with AES.
 *
 * @see Envoy source/common/tls/context_config_impl.cc `ClientContextConfigImpl::DEFAULT_CIPHER_SUITES`, `DEFAULT_CURVES`
 */
export function envoyClient(params: EnvoyTlsParams): ClientOffer {
  return {
    versions: params.versions,
    suites13: ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'],
    suites12: suitesNamed((params.ciphers ?? CIPHERS).split(/[:[\]|,\s]+/)),
    groups: (params.curves ?? ['X25519', 'P-256']).map(groupName),
    schemes: params.schemes ?? SCHEMES,
    alpn: params.alpn ?? null,
    ownSchemes: OWN_SCHEMES,
    holdsLeafToGroups: true,
  };
}
