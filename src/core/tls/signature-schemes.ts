import type { PublicKeyInfo } from '../pki/types.ts';
import type { TlsVersion } from './tls-version.ts';

/** A signature algorithm of TLS in its IANA name, lower case: `ecdsa_secp256r1_sha256`. */
export type SignatureScheme = string;

const HASH_BYTES = { sha1: 20, sha224: 28, sha256: 32, sha384: 48, sha512: 64 } as const;
const PSS_HASHES = ['sha256', 'sha384', 'sha512'] as const;
const PKCS1_HASHES = ['sha256', 'sha384', 'sha512', 'sha224', 'sha1'] as const;
/** Bytes of the DigestInfo around a hash, and of the padding of PKCS #1 v1.5. */
const DIGEST_INFO = 19;
const PKCS1_PADDING = 11;

const CURVE_SCHEMES: Readonly<Record<string, SignatureScheme>> = {
  'P-256': 'ecdsa_secp256r1_sha256',
  'P-384': 'ecdsa_secp384r1_sha384',
  'P-521': 'ecdsa_secp521r1_sha512',
};
const ECDSA_TLS12: readonly SignatureScheme[] = [
  ...Object.values(CURVE_SCHEMES),
  'ecdsa_sha224',
  'ecdsa_sha1',
];

/**
 * The signature algorithms that a key can make in a handshake. TLS 1.3 ties ECDSA to the curve and knows no PKCS #1;
 * TLS 1.2 ties it to the digest only, and the curve is a matter of the groups. An RSA key has to be long enough for
 * the digest.
 *
 * @see RFC 8446 §4.2.3; RFC 5246 §7.4.1.4.1; RFC 8017 §9.1.1, §9.2
 */
export function schemesOfKey(key: PublicKeyInfo, version: TlsVersion): readonly SignatureScheme[] {
  switch (key.family) {
    case 'RSA':
      return [...pssSchemes('rsa_pss_rsae', key), ...(version === 'TLSv1.3' ? [] : pkcs1(key))];
    case 'RSA-PSS':
      return pssSchemes('rsa_pss_pss', key);
    case 'EC':
      return ecdsaSchemes(key, version);
    case 'Ed25519':
      return ['ed25519'];
    case 'Ed448':
      return ['ed448'];
    case 'ML-DSA':
      return version === 'TLSv1.3' ? [key.text.toLowerCase().replaceAll('-', '')] : [];
    case 'DSA':
    case 'other':
      return [];
    default:
      return key.family satisfies never;
  }
}

/** The group of an EC key; explicit parameters of a named curve count as that curve. */
export function curveOf(key: PublicKeyInfo): string | undefined {
  if (key.family !== 'EC') return undefined;
  return key.curve === 'explicit' ? `P-${String(key.bits ?? '')}` : key.curve;
}

function ecdsaSchemes(key: PublicKeyInfo, version: TlsVersion): readonly SignatureScheme[] {
  if (version !== 'TLSv1.3') return ECDSA_TLS12;
  const scheme = CURVE_SCHEMES[curveOf(key) ?? ''];
  return scheme === undefined ? [] : [scheme];
}

/** The encoded message is one bit shorter than the modulus and holds digest, salt of that length and two bytes. */
function pssSchemes(prefix: string, { bits }: PublicKeyInfo): readonly SignatureScheme[] {
  const bytes = Math.ceil(((bits ?? 0) - 1) / 8);
  return PSS_HASHES.filter((hash) => bytes >= 2 * HASH_BYTES[hash] + 2).map(
    (hash) => `${prefix}_${hash}`,
  );
}

function pkcs1({ bits }: PublicKeyInfo): readonly SignatureScheme[] {
  const bytes = Math.ceil((bits ?? 0) / 8);
  return PKCS1_HASHES.filter((hash) => bytes >= HASH_BYTES[hash] + DIGEST_INFO + PKCS1_PADDING).map(
    (hash) => `rsa_pkcs1_${hash}`,
  );
}
