import { decodePssParameters, type PssParameters } from '../../pki/certificate-pss-parameters.ts';
import { decodeRsaPublicKey } from '../../pki/certificate-public-key.ts';
import { signatureAlgorithm, type DigestName } from '../../pki/certificate-signature-algorithms.ts';
import type { Certificate, PublicKeyInfo } from '../../pki/types.ts';
import type { SignedObject } from '../types.ts';
import { ecdsaSignatureToRaw } from './ecdsa-signature.ts';

interface RsaKey {
  /** Unsigned, big-endian, no leading zeros. */
  readonly modulus: Uint8Array;
  readonly exponent: Uint8Array;
}

/** One signature to check, taken apart: everything an implementation needs and nothing of X.509. */
export type SignatureTask =
  | (RsaKey & { readonly kind: 'rsa-pkcs1'; readonly digest: DigestName } & Signed)
  | (RsaKey & { readonly kind: 'rsa-pss' } & PssParameters & Signed)
  | ({
      readonly kind: 'ecdsa';
      readonly digest: DigestName;
      readonly key: PublicKeyInfo;
      /** `r` and `s`, each as long as the field. */
      readonly rawSignature: Uint8Array;
    } & Signed)
  | ({ readonly kind: 'dsa'; readonly digest: DigestName } & RawKey & Signed)
  | ({ readonly kind: 'eddsa'; readonly curve: 'Ed25519' | 'Ed448' } & RawKey & Signed)
  | ({ readonly kind: 'ml-dsa'; readonly parameterSet: string } & RawKey & Signed);

interface Signed {
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

interface RawKey {
  readonly key: PublicKeyInfo;
}

/**
 * The task behind "did `issuer`'s key sign `subject`". `invalid` when the signature cannot be one of that key
 * (malformed, wrong family, against the key's own PSS restrictions), `unsupported` when nobody here can tell.
 */
export function signatureTask(
  subject: SignedObject,
  issuer: Certificate,
): SignatureTask | 'invalid' | 'unsupported' {
  const algorithm = signatureAlgorithm(subject.signatureAlgorithm.oid);
  const key = issuer.publicKey;
  if (!algorithm || !key.decodable) return 'unsupported';
  const signed = { message: subject.tbs, signature: subject.signature };
  switch (algorithm.key) {
    case 'RSA':
      return key.family === 'RSA' ? pkcs1Task(key, algorithm.digest, signed) : 'invalid';
    case 'RSA-PSS':
      return pssTask(key, decodePssParameters(subject.signatureAlgorithm.parameters), signed);
    case 'EC':
      return key.family === 'EC' ? ecdsaTask(key, algorithm.digest, signed) : 'invalid';
    case 'Ed25519':
    case 'Ed448':
      if (key.family !== algorithm.key) return 'invalid';
      return { kind: 'eddsa', curve: algorithm.key, key, ...signed };
    case 'ML-DSA':
      if (key.text !== algorithm.parameterSet) return 'invalid';
      return { kind: 'ml-dsa', parameterSet: algorithm.parameterSet, key, ...signed };
    case 'DSA':
      if (key.family !== 'DSA') return 'invalid';
      return algorithm.digest
        ? { kind: 'dsa', digest: algorithm.digest, key, ...signed }
        : 'unsupported';
    case 'other':
      return 'unsupported';
    default:
      return algorithm.key satisfies never;
  }
}

function pkcs1Task(
  key: PublicKeyInfo,
  digest: DigestName | undefined,
  signed: Signed,
): SignatureTask | 'unsupported' {
  const rsa = rsaKey(key);
  return rsa && digest ? { kind: 'rsa-pkcs1', digest, ...rsa, ...signed } : 'unsupported';
}

function pssTask(
  key: PublicKeyInfo,
  parameters: PssParameters | null,
  signed: Signed,
): SignatureTask | 'invalid' | 'unsupported' {
  if (key.family !== 'RSA' && key.family !== 'RSA-PSS') return 'invalid';
  const rsa = rsaKey(key);
  if (!rsa) return 'unsupported';
  if (!parameters || !keyAllows(key, parameters)) return 'invalid';
  return { kind: 'rsa-pss', ...parameters, ...rsa, ...signed };
}

/** RFC 4055 §3.3: a PSS key with parameters fixes the digests and a minimum salt. */
function keyAllows(key: PublicKeyInfo, { digest, mgfDigest, saltLength }: PssParameters): boolean {
  if (key.family !== 'RSA-PSS' || !key.algorithm.parameters) return true;
  const limits = decodePssParameters(key.algorithm.parameters);
  if (!limits) return false;
  return (
    limits.digest === digest && limits.mgfDigest === mgfDigest && saltLength >= limits.saltLength
  );
}

function ecdsaTask(
  key: PublicKeyInfo,
  digest: DigestName | undefined,
  signed: Signed,
): SignatureTask | 'invalid' | 'unsupported' {
  if (!digest || key.bits === null) return 'unsupported';
  const rawSignature = ecdsaSignatureToRaw(signed.signature, Math.ceil(key.bits / 8));
  return rawSignature ? { kind: 'ecdsa', digest, key, rawSignature, ...signed } : 'invalid';
}

function rsaKey(key: PublicKeyInfo): RsaKey | null {
  const decoded = decodeRsaPublicKey(key.keyBytes);
  if (!decoded) return null;
  return { modulus: unsigned(decoded.modulus), exponent: unsigned(decoded.exponent) };
}

function unsigned(integer: Uint8Array): Uint8Array {
  const first = integer.findIndex((octet) => octet !== 0);
  return first < 0 ? new Uint8Array() : integer.subarray(first);
}
