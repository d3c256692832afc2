import { hexToBytes } from '@noble/hashes/utils.js';
import { bitLength, octetsToBigInt } from '../../pki/der/integer.ts';
import { modularPower } from './modular-power.ts';

/** OpenSSL refuses larger moduli, and long exponents from 3072 bits on (`crypto/rsa/rsa_ossl.c`). */
const maxModulusBits = 16_384;
const smallModulusBits = 3072;
const maxExponentBits = 64;

/**
 * RSAVP1 (RFC 8017 §5.2.2): the encoded message behind a signature, as long as the modulus; `null` when modulus,
 * exponent or signature are out of bounds.
 */
export function rsaRecover(
  modulus: Uint8Array,
  exponent: Uint8Array,
  signature: Uint8Array,
): Uint8Array | null {
  const modulusBits = bitLength(modulus);
  const exponentBits = bitLength(exponent);
  if (modulusBits > maxModulusBits || signature.length !== modulus.length) return null;
  if (exponentBits === 0 || exponentBits > modulusBits) return null;
  if (modulusBits > smallModulusBits && exponentBits > maxExponentBits) return null;
  const n = octetsToBigInt(modulus);
  const s = octetsToBigInt(signature);
  if (n === 0n || s >= n) return null;
  const hex = modularPower(s, octetsToBigInt(exponent), n).toString(16);
  return hexToBytes(hex.padStart(modulus.length * 2, '0'));
}
