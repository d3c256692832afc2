import { decodePssParameters } from '../../pki/certificate-pss-parameters.ts';
import { signatureAlgorithm, type DigestName } from '../../pki/certificate-signature-algorithms.ts';
import type { AlgorithmIdentifier, PublicKeyInfo } from '../../pki/types.ts';

/** Smallest modulus for each strength, as `ossl_ifc_ffc_compute_security_bits` rounds (measured). */
const modulusSteps: readonly (readonly [modulus: number, strength: number])[] = [
  [15_360, 256],
  [8192, 200],
  [7680, 192],
  [6144, 176],
  [3991, 152],
  [3514, 144],
  [3076, 136],
  [2671, 128],
  [2301, 120],
  [1963, 112],
  [1657, 104],
  [1383, 96],
  [1137, 88],
  [920, 80],
  [729, 72],
  [566, 64],
  [512, 56],
];

const orderSteps: readonly (readonly [order: number, strength: number])[] = [
  [512, 256],
  [384, 192],
  [256, 128],
  [224, 112],
  [160, 80],
];

const mlDsaStrength: Record<string, number> = {
  'ML-DSA-44': 128,
  'ML-DSA-65': 192,
  'ML-DSA-87': 256,
};

/** Strength of a key in bits (`EVP_PKEY_get_security_bits`); 0 when it cannot be read. */
export function keySecurityBits(key: PublicKeyInfo): number {
  if (!key.decodable || key.bits === null) return 0;
  switch (key.family) {
    case 'RSA':
    case 'RSA-PSS':
    case 'DSA':
      return step(modulusSteps, key.bits);
    case 'EC':
      return step(orderSteps, key.bits);
    case 'Ed25519':
      return 128;
    case 'Ed448':
      return 224;
    case 'ML-DSA':
      return mlDsaStrength[key.text] ?? 0;
    case 'other':
      return key.bits >= 448 ? 224 : 128;
    default:
      return key.family satisfies never;
  }
}

const digestStrength: Partial<Record<DigestName, number>> = {
  MD2: 64,
  MD4: 64,
  MD5: 39,
  'RIPEMD-160': 80,
  'SHA-1': 63,
  'SHA-224': 112,
  'SHA-256': 128,
  'SHA-384': 192,
  'SHA-512': 256,
  'SHA-512/224': 112,
  'SHA-512/256': 128,
  'SHA3-224': 112,
  'SHA3-256': 128,
  'SHA3-384': 192,
  'SHA3-512': 256,
  SM3: 128,
};

/** Strength of a signature in bits (`x509_set.c: x509_sig_info_init`); 0 when the algorithm is not known. */
export function signatureSecurityBits(algorithm: AlgorithmIdentifier): number {
  const known = signatureAlgorithm(algorithm.oid);
  if (!known) return 0;
  if (known.digest) return digestStrength[known.digest] ?? 0;
  switch (known.key) {
    case 'RSA-PSS': {
      const digest = decodePssParameters(algorithm.parameters)?.digest;
      return digest === 'SHA-1' ? 64 : digest ? (digestStrength[digest] ?? 0) : 0;
    }
    case 'Ed25519':
      return 128;
    case 'Ed448':
      return 224;
    default:
      return mlDsaStrength[known.parameterSet ?? ''] ?? 0;
  }
}

function step(steps: readonly (readonly [number, number])[], bits: number): number {
  const found = steps.find(([from]) => bits >= from);
  return found ? found[1] : Math.floor(bits / 2);
}
