import { decodeRsaPublicKey } from '../../pki/certificate-public-key.ts';
import { bitLength } from '../../pki/der/integer.ts';
import type { PublicKeyInfo } from '../../pki/types.ts';

const curves = new Set(['P-224', 'P-256', 'P-384', 'P-521']);
const maxModulusBits = 16_384;
const minModulusBits = 512;
const maxExponentBits = 33;

/**
 * Whether BoringSSL can decode a key (`crypto/evp`): four curves by name, RSA up to 16384 bits, Ed25519, ML-DSA,
 * DSA (which then verifies nothing). No RSA-PSS key type, Ed448, explicit parameters or other curves.
 */
export function isUsableKey(key: PublicKeyInfo): boolean {
  if (!key.decodable) return false;
  switch (key.family) {
    case 'RSA':
      return isUsableRsaKey(key.keyBytes);
    case 'EC':
      return key.curve !== undefined && curves.has(key.curve);
    case 'Ed25519':
    case 'ML-DSA':
    case 'DSA':
      return true;
    case 'RSA-PSS':
    case 'Ed448':
      return false;
    case 'other':
      return key.text === 'X25519';
    default:
      return key.family satisfies never;
  }
}

/** `rsa_impl.cc: rsa_check_public_key`: modulus and exponent odd and of a sensible size. */
function isUsableRsaKey(keyBytes: Uint8Array): boolean {
  const key = decodeRsaPublicKey(keyBytes);
  if (!key) return false;
  const { modulus, exponent } = key;
  const isOdd = (octets: Uint8Array) => ((octets[octets.length - 1] ?? 0) & 1) === 1;
  const bits = bitLength(modulus);
  const exponentBits = bitLength(exponent);
  if (bits > maxModulusBits || bits < minModulusBits || !isOdd(modulus)) return false;
  return isOdd(exponent) && exponentBits > 1 && exponentBits <= maxExponentBits;
}
