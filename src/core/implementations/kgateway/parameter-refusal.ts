import { groupName } from '../../tls/group-name.ts';
import type { UpstreamTls } from '../types.ts';

/** Why Envoy does not take TLS parameters, and which field of `spec.tls.parameters` holds them. */
interface ParameterRefusal {
  readonly field: 'cipherSuites' | 'ecdhCurves' | 'signatureAlgorithms';
  readonly message: string;
}

/**
 * Names that BoringSSL does not know. One of them refuses the whole cluster.
 *
 * @see Envoy source/common/tls/context_impl.cc; BoringSSL ssl/ssl_cipher.cc `kCiphers`, ssl/ssl_key_share.cc
 *   `kNamedGroups`, ssl/ssl_privkey.cc `kSignatureAlgorithmNames`
 */
export function parameterRefusal({
  ciphers,
  curves,
  signatureAlgorithms,
}: Pick<UpstreamTls, 'ciphers' | 'curves' | 'signatureAlgorithms'>): ParameterRefusal | null {
  const rejected = (ciphers ?? '')
    .split(/[:+![\]|]/)
    .map((name) => name.replace(/^-/, ''))
    .filter((name) => name !== '' && !SUITES.has(name));
  if (ciphers !== undefined && rejected.length > 0)
    return {
      field: 'cipherSuites',
      message: `Failed to initialize cipher suites ${ciphers}. The following ciphers were rejected when tried individually: ${rejected.join(', ')}`,
    };
  const groups = curves?.value ?? [];
  if (groups.some((name) => !GROUPS.has(groupName(name))))
    return {
      field: 'ecdhCurves',
      message: `Failed to initialize ECDH curves ${groups.join(':')}`,
    };
  const schemes = signatureAlgorithms?.value ?? [];
  return schemes.every(isScheme)
    ? null
    : {
        field: 'signatureAlgorithms',
        message: `Failed to initialize TLS signature algorithms ${schemes.join(':')}`,
      };
}

/** Authentication and key exchange, encryption, mac: a suite's name in OpenSSL's and in IANA's words. */
const KEY_EXCHANGES: readonly (readonly [string, string])[] = [
  ['ECDHE-ECDSA-', 'TLS_ECDHE_ECDSA_WITH_'],
  ['ECDHE-RSA-', 'TLS_ECDHE_RSA_WITH_'],
  ['', 'TLS_RSA_WITH_'],
];
const ENCRYPTIONS: readonly (readonly [string, string])[] = [
  ['AES128-GCM-SHA256', 'AES_128_GCM_SHA256'],
  ['AES256-GCM-SHA384', 'AES_256_GCM_SHA384'],
  ['AES128-SHA', 'AES_128_CBC_SHA'],
  ['AES256-SHA', 'AES_256_CBC_SHA'],
];

/** Every suite BoringSSL has for TLS 1.2 and below, and its names for groups of them. */
const SUITES: ReadonlySet<string> = new Set([
  ...KEY_EXCHANGES.flatMap(([openssl, iana]) =>
    ENCRYPTIONS.flatMap(([short, long]) => [`${openssl}${short}`, `${iana}${long}`]),
  ),
  ...['ECDSA', 'RSA'].flatMap((name) => [
    `ECDHE-${name}-CHACHA20-POLY1305`,
    `TLS_ECDHE_${name}_WITH_CHACHA20_POLY1305_SHA256`,
  ]),
  ...['ECDHE-RSA-AES128-SHA256', 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256'],
  ...['PSK-AES128-CBC-SHA', 'TLS_PSK_WITH_AES_128_CBC_SHA'],
  ...['PSK-AES256-CBC-SHA', 'TLS_PSK_WITH_AES_256_CBC_SHA'],
  ...['ECDHE-PSK-AES128-CBC-SHA', 'TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA'],
  ...['ECDHE-PSK-AES256-CBC-SHA', 'TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA'],
  ...['ECDHE-PSK-CHACHA20-POLY1305', 'TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256'],
  ...['DES-CBC3-SHA', 'TLS_RSA_WITH_3DES_EDE_CBC_SHA'],
  ...['ALL', 'kRSA', 'kECDHE', 'kEECDH', 'ECDH', 'kPSK', 'aRSA', 'aECDSA', 'ECDSA', 'aPSK'],
  ...['ECDHE', 'EECDH', 'RSA', 'PSK', '3DES', 'AES128', 'AES256', 'AES', 'AESGCM', 'CHACHA20'],
  ...['SHA1', 'SHA', 'TLSv1', 'TLSv1.2', 'HIGH', 'FIPS', 'SSLv3'],
]);

const GROUPS: ReadonlySet<string> = new Set([
  'P-256',
  'P-384',
  'P-521',
  'X25519',
  'x25519',
  'X25519MLKEM768',
]);

/** `ecdsa_secp256r1_sha256`, or key type and hash: `ECDSA+SHA256`. */
function isScheme(name: string): boolean {
  return (
    /^(?:RSA|RSA-PSS|PSS|ECDSA)\+SHA(?:1|256|384|512)$/.test(name) ||
    /^(?:rsa_pkcs1|rsa_pss_rsae)_sha(?:256|384|512)$/.test(name) ||
    /^(?:rsa_pkcs1_(?:md5_sha1|sha1)|ecdsa_sha1|ed25519)$/.test(name) ||
    /^ecdsa_(?:secp256r1_sha256|secp384r1_sha384|secp521r1_sha512)$/.test(name)
  );
}
