import { decodePssParameters } from '../../pki/certificate-pss-parameters.ts';
import { signatureAlgorithm, type DigestName } from '../../pki/certificate-signature-algorithms.ts';
import { tags } from '../../pki/der/tags.ts';
import type { AlgorithmIdentifier, PublicKeyInfo } from '../../pki/types.ts';
import { isKnownAlgorithm } from './is-known-algorithm.ts';

const digests = new Set<DigestName>(['SHA-1', 'SHA-224', 'SHA-256', 'SHA-384', 'SHA-512']);
const pssSaltLength = new Map<DigestName, number>([
  ['SHA-256', 32],
  ['SHA-384', 48],
  ['SHA-512', 64],
]);

/**
 * Whether BoringSSL goes on to the arithmetic (`algorithm.cc: x509_digest_verify_init`): a known algorithm of the
 * key's kind, no MD4 or MD5, no DSA, parameters absent or NULL; PSS with one of three digests, the same for MGF1
 * and the salt as long (`rsa_pss.cc`). Otherwise the signature counts as wrong (error 7).
 */
export function acceptsSignature(signature: AlgorithmIdentifier, key: PublicKeyInfo): boolean {
  const algorithm = signatureAlgorithm(signature.oid);
  if (!algorithm || !isKnownAlgorithm(signature.oid)) return false;
  switch (algorithm.key) {
    case 'RSA':
    case 'EC': {
      const known = algorithm.digest !== undefined && digests.has(algorithm.digest);
      return known && key.family === algorithm.key && isEmpty(signature.parameters);
    }
    case 'RSA-PSS':
      return key.family === 'RSA' && isAcceptedPss(signature.parameters);
    case 'Ed25519':
    case 'ML-DSA':
      return key.family === algorithm.key && signature.parameters === undefined;
    case 'DSA':
    case 'Ed448':
    case 'other':
      return false;
    default:
      return algorithm.key satisfies never;
  }
}

function isEmpty(parameters: Uint8Array | undefined): boolean {
  return parameters === undefined || (parameters.length === 2 && parameters[0] === tags.null);
}

function isAcceptedPss(parameters: Uint8Array | undefined): boolean {
  const pss = decodePssParameters(parameters);
  if (!pss || pss.digest !== pss.mgfDigest) return false;
  return pssSaltLength.get(pss.digest) === pss.saltLength;
}
