import { signatureAlgorithm as algorithmOf } from '../../../pki/certificate-signature-algorithms.ts';
import { DerReader } from '../../../pki/der/der-reader.ts';
import { tags } from '../../../pki/der/tags.ts';
import type { Certificate } from '../../../pki/types.ts';
import { sameAlgorithm } from '../../libcrypto/same-algorithm.ts';
import { acceptsSignature } from '../accepts-signature.ts';
import { isKnownAlgorithm } from '../is-known-algorithm.ts';
import { isUsableKey } from '../usable-key.ts';
import type { Signed } from '../verify-signature.ts';
import { evpFailed, queueEntry, type QueueReason } from './queue-entry.ts';
import { rsaSignatureEntries } from './rsa-signature-entries.ts';

/**
 * What a signature that does not hold leaves in BoringSSL's error queue (`x_all.cc: X509_verify`, `algorithm.cc:
 * x509_digest_verify_init`), oldest first.
 */
export function signatureEntries(subject: Signed, issuer: Certificate): readonly string[] {
  const refusal = refusalOf(subject, issuer);
  if (refusal) return refusal.map(queueEntry);
  return [...wrongSignature(subject, issuer).map(queueEntry), evpFailed];
}

/** Before the arithmetic; null when it comes to that. */
function refusalOf(subject: Signed, { publicKey }: Certificate): readonly QueueReason[] | null {
  const { oid, parameters } = subject.signatureAlgorithm;
  if (!isUsableKey(publicKey)) return ['X509_PUBLIC_KEY_DECODE_ERROR'];
  if (!sameAlgorithm(subject)) return ['X509_SIGNATURE_ALGORITHM_MISMATCH'];
  if (acceptsSignature(subject.signatureAlgorithm, publicKey)) return null;
  const algorithm = algorithmOf(oid);
  if (!algorithm || !isKnownAlgorithm(oid)) return ['ASN1_UNKNOWN_SIGNATURE_ALGORITHM'];
  const family = algorithm.key === 'RSA-PSS' ? 'RSA' : algorithm.key;
  if (family !== publicKey.family) return ['ASN1_WRONG_PUBLIC_KEY_TYPE'];
  if (algorithm.digest === 'MD4' || algorithm.digest === 'MD5')
    return ['ASN1_DIGEST_AND_KEY_TYPE_NOT_SUPPORTED'];
  if (family === 'DSA') return ['EVP_UNSUPPORTED_ALGORITHM'];
  if (algorithm.key !== 'RSA-PSS') return ['X509_INVALID_PARAMETER'];
  const isSequence = parameters?.[0] === tags.sequence;
  return [...(isSequence ? (['RSA_BAD_ENCODING'] as const) : []), 'X509_INVALID_PSS_PARAMETERS'];
}

function wrongSignature(subject: Signed, { publicKey }: Certificate): readonly QueueReason[] {
  const { signature, signatureAlgorithm } = subject;
  switch (publicKey.family) {
    case 'RSA':
      return rsaSignatureEntries(
        publicKey.keyBytes,
        subject,
        algorithmOf(signatureAlgorithm.oid)?.key === 'RSA-PSS',
      );
    case 'EC':
      // Once for octets that are no ECDSA-Sig-Value, once for the signature.
      return isEcdsaValue(signature)
        ? ['ECDSA_BAD_SIGNATURE']
        : ['ECDSA_BAD_SIGNATURE', 'ECDSA_BAD_SIGNATURE'];
    case 'RSA-PSS':
    case 'Ed25519':
    case 'Ed448':
    case 'ML-DSA':
    case 'DSA':
    case 'other':
      return ['EVP_INVALID_SIGNATURE'];
    default:
      return publicKey.family satisfies never;
  }
}

/** RFC 3279 §2.2.3: two INTEGERs; what stands behind them counts later. */
function isEcdsaValue(signature: Uint8Array): boolean {
  const body = DerReader.over(signature).enter(tags.sequence, 'signature');
  if (!body) return false;
  const [r, s] = [body.expect(tags.integer, 'r'), body.expect(tags.integer, 's')];
  return r !== null && s !== null && body.atEnd;
}
