import { decodeRsaPublicKey } from '../../../pki/certificate-public-key.ts';
import { bitLength, octetsToBigInt } from '../../../pki/der/integer.ts';
import type { QueueReason } from './queue-entry.ts';

/**
 * What BoringSSL objects to in a wrong RSA signature (`rsa_impl.cc: rsa_verify_raw`, `padding.cc`): its length, its
 * size, the padding that comes out under this key, which shows another key, or the digest, which shows other contents.
 * Of PSS the outer octets are looked at; that a salt has another length is told as a wrong signature.
 */
export function rsaSignatureEntries(
  keyBytes: Uint8Array,
  signature: Uint8Array,
  isPss: boolean,
): readonly QueueReason[] {
  const key = decodeRsaPublicKey(keyBytes);
  if (!key) return ['RSA_BAD_SIGNATURE'];
  const bits = bitLength(key.modulus);
  const size = Math.ceil(bits / 8);
  if (signature.length !== size) return ['RSA_DATA_LEN_NOT_EQUAL_TO_MOD_LEN'];
  const modulus = octetsToBigInt(key.modulus);
  const value = octetsToBigInt(signature);
  if (value >= modulus) return ['RSA_DATA_TOO_LARGE_FOR_MODULUS'];
  const opened = power(value, octetsToBigInt(key.exponent), modulus);
  if (isPss) return [pssObjection(opened, bits)];
  // 00 01 FF …: an encoded message; a shorter number has zeros in front.
  const isPadded = opened >> BigInt(size * 8 - 24) === 0x01ffn;
  return isPadded
    ? ['RSA_BAD_SIGNATURE']
    : ['RSA_BLOCK_TYPE_IS_NOT_01', 'RSA_PADDING_CHECK_FAILED'];
}

/** `RSA_verify_PKCS1_PSS_mgf1`: an encoded message has one bit less than the modulus and ends in BC. */
function pssObjection(opened: bigint, bits: number): QueueReason {
  if (opened >> BigInt(bits - 1) !== 0n) return 'RSA_FIRST_OCTET_INVALID';
  return (opened & 0xffn) === 0xbcn ? 'RSA_BAD_SIGNATURE' : 'RSA_LAST_OCTET_INVALID';
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square, rest] = [1n, base % modulus, exponent];
  while (rest > 0n) {
    if ((rest & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
    rest >>= 1n;
  }
  return result;
}
