import { suitesOf } from './cipher-suites.ts';
import type { ClientOffer, ServerOffer } from './offers.ts';
import type { SignatureScheme } from './signature-schemes.ts';
import type { TlsVersion } from './tls-version.ts';

/** What a configuration says; what it leaves out is OpenSSL's default. */
export interface OpensslSettings {
  readonly versions: readonly TlsVersion[];
  /** An OpenSSL cipher string for TLS 1.2. */
  readonly ciphers?: string | undefined;
  /** Signature algorithms by IANA name. */
  readonly schemes?: readonly SignatureScheme[] | undefined;
  readonly alpn?: readonly string[] | undefined;
  /** ML-DSA came with OpenSSL 3.5. */
  readonly postQuantumSignatures: boolean;
}

/** `TLS_DEFAULT_CIPHERSUITES`. */
const SUITES13 = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
];

/** `supported_groups_default`, as far as the groups of other stacks go. */
const GROUPS = ['X25519MLKEM768', 'X25519', 'P-256', 'X448', 'P-384', 'P-521'];

/** `tls12_sigalgs`. */
const SCHEMES: readonly SignatureScheme[] = [
  'ecdsa_secp256r1_sha256',
  'ecdsa_secp384r1_sha384',
  'ecdsa_secp521r1_sha512',
  'ed25519',
  'ed448',
  ...['sha256', 'sha384', 'sha512'].flatMap((hash) => [
    `rsa_pss_pss_${hash}`,
    `rsa_pss_rsae_${hash}`,
    `rsa_pkcs1_${hash}`,
  ]),
  'ecdsa_sha224',
  'rsa_pkcs1_sha224',
];
const POST_QUANTUM: readonly SignatureScheme[] = ['mldsa65', 'mldsa87', 'mldsa44'];

/** An OpenSSL client, as nginx makes one for `proxy_ssl_*`. */
export function opensslClient(settings: OpensslSettings): ClientOffer {
  const offer = common(settings);
  return { ...offer, ownSchemes: offer.schemes, holdsLeafToGroups: false };
}

/**
 * An OpenSSL server: the client's order counts, as in nginx (`ssl_prefer_server_ciphers off`) and `openssl s_server`;
 * Node insists on its own.
 */
export function opensslServer(settings: OpensslSettings, ownOrder = false): ServerOffer {
  return { ...common(settings), ownOrder, holdsCertificatesToGroups: true };
}

function common({ versions, ciphers, schemes, alpn, postQuantumSignatures }: OpensslSettings) {
  return {
    versions,
    suites13: SUITES13,
    suites12: suitesOf(ciphers),
    groups: GROUPS,
    schemes: schemes ?? [...(postQuantumSignatures ? POST_QUANTUM : []), ...SCHEMES],
    alpn: alpn ?? null,
  };
}
