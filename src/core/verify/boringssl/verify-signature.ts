import type { Certificate } from '../../pki/types.ts';
import { sameAlgorithm } from '../libcrypto/same-algorithm.ts';
import type { SignatureChecker, SignatureVerdict, SignedObject } from '../types.ts';
import { acceptsSignature } from './accepts-signature.ts';
import { isUsableKey } from './usable-key.ts';

/** A certificate or a CRL with the algorithm named twice. */
export type Signed = SignedObject & Pick<Certificate, 'tbsSignatureAlgorithm'>;

/**
 * `X509_verify`, `X509_CRL_verify`: the algorithms beside and inside the TBS agree, BoringSSL does such
 * signatures, and this one is right. `no-key` when the issuer's key cannot be decoded (error 6), `refused` when
 * BoringSSL does no such signatures (error 7, as for a wrong one).
 */
export async function verifySignature(
  subject: Signed,
  issuer: Certificate,
  checkSignature: SignatureChecker,
): Promise<SignatureVerdict | 'no-key' | 'refused'> {
  if (!isUsableKey(issuer.publicKey)) return 'no-key';
  if (!sameAlgorithm(subject)) return 'invalid';
  if (!acceptsSignature(subject.signatureAlgorithm, issuer.publicKey)) return 'refused';
  return checkSignature(subject, issuer);
}
