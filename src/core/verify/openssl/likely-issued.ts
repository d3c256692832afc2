import type { Certificate } from '../../pki/types.ts';
import type { IssuerRejection } from '../types.ts';
import { certificateFlags } from './certificate-flags.ts';
import { checkAuthorityKeyId } from '../libcrypto/check-authority-key-id.ts';
import { checkSignatureAlgorithm } from './check-signature-algorithm.ts';

const algorithmRejections = {
  24: 'key-undecodable',
  76: 'algorithm-differs',
  77: 'algorithm-differs',
} as const;

/**
 * Every reason why `issuer` cannot have issued `subject`, in the order of `v3_purp.c:
 * ossl_x509_likely_issued`; empty when it may have. Signature, CA bit and keyUsage are not looked at here, so
 * a wrong certificate of the right name is taken and fails later.
 */
export function issuerRejections(
  issuer: Certificate,
  subject: Certificate,
): readonly IssuerRejection[] {
  const reasons: IssuerRejection[] = [];
  if (issuer.subject.canonical !== subject.issuer.canonical) reasons.push('subject-differs');
  if (certificateFlags(issuer).invalid || certificateFlags(subject).invalid) {
    reasons.push('invalid-extension');
  }
  for (const mismatch of checkAuthorityKeyId(issuer, subject)) {
    reasons.push(mismatch === 30 ? 'key-id-differs' : 'serial-differs');
  }
  const algorithm = checkSignatureAlgorithm(issuer, subject);
  if (algorithm !== null) reasons.push(algorithmRejections[algorithm]);
  return reasons;
}

/** `ossl_x509_likely_issued(issuer, subject) == X509_V_OK`. */
export function likelyIssued(issuer: Certificate, subject: Certificate): boolean {
  return issuerRejections(issuer, subject).length === 0;
}
