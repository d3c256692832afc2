import { hexToBytes } from '@noble/hashes/utils.js';
import { decodePssParameters } from '../../../pki/certificate-pss-parameters.ts';
import { decodeRsaPublicKey } from '../../../pki/certificate-public-key.ts';
import { bitLength, octetsToBigInt } from '../../../pki/der/integer.ts';
import { sha2Digest } from '../../signature/digests.ts';
import { modularPower } from '../../signature/modular-power.ts';
import { pssFault, type PssFault } from '../../signature/pss-encoding.ts';
import type { SignedObject } from '../../types.ts';
import type { QueueReason } from './queue-entry.ts';

/**
 * What BoringSSL objects to in a wrong RSA signature (`rsa_impl.cc: rsa_verify_raw`, `padding.cc`): its length, its
 * size, the padding that comes out under this key, which shows another key, or the digest, which shows other contents;
 * of PSS also a salt of another length than the parameters say.
 */
export function rsaSignatureEntries(
  keyBytes: Uint8Array,
  subject: SignedObject,
  isPss: boolean,
): readonly QueueReason[] {
  const key = decodeRsaPublicKey(keyBytes);
  if (!key) return ['RSA_BAD_SIGNATURE'];
  const bits = bitLength(key.modulus);
  const size = Math.ceil(bits / 8);
  if (subject.signature.length !== size) return ['RSA_DATA_LEN_NOT_EQUAL_TO_MOD_LEN'];
  const modulus = octetsToBigInt(key.modulus);
  const value = octetsToBigInt(subject.signature);
  if (value >= modulus) return ['RSA_DATA_TOO_LARGE_FOR_MODULUS'];
  const opened = modularPower(value, octetsToBigInt(key.exponent), modulus);
  if (isPss) return [pssObjection(octetsOf(opened, size), bits, subject)];
  // 00 01 FF …: an encoded message; a shorter number has zeros in front.
  const isPadded = opened >> BigInt(size * 8 - 24) === 0x01ffn;
  return isPadded
    ? ['RSA_BAD_SIGNATURE']
    : ['RSA_BLOCK_TYPE_IS_NOT_01', 'RSA_PADDING_CHECK_FAILED'];
}

const PSS_REASONS: Readonly<Record<PssFault, QueueReason>> = {
  'first-octet': 'RSA_FIRST_OCTET_INVALID',
  'too-large': 'RSA_DATA_TOO_LARGE',
  'last-octet': 'RSA_LAST_OCTET_INVALID',
  'no-salt': 'RSA_SLEN_RECOVERY_FAILED',
  'salt-length': 'RSA_SLEN_CHECK_FAILED',
  digest: 'RSA_BAD_SIGNATURE',
};

/** `RSA_verify_PKCS1_PSS_mgf1` with one of the digests of SHA-2: BoringSSL takes no other. */
function pssObjection(
  recovered: Uint8Array,
  modulusBits: number,
  { tbs: message, signatureAlgorithm }: SignedObject,
): QueueReason {
  const parameters = decodePssParameters(signatureAlgorithm.parameters);
  const digest = parameters && sha2Digest(parameters.digest);
  const mgfDigest = parameters && sha2Digest(parameters.mgfDigest);
  if (!digest || !mgfDigest) return 'RSA_BAD_SIGNATURE';
  const { saltLength } = parameters;
  const fault = pssFault({ recovered, modulusBits, message, saltLength, digest, mgfDigest });
  return fault === null ? 'RSA_BAD_SIGNATURE' : PSS_REASONS[fault];
}

function octetsOf(value: bigint, size: number): Uint8Array {
  return hexToBytes(value.toString(16).padStart(size * 2, '0'));
}
