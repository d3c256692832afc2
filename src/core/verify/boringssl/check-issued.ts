import type { Certificate } from '../../pki/types.ts';
import { checkAuthorityKeyId } from '../libcrypto/check-authority-key-id.ts';
import type { IssuerRejection } from '../types.ts';
import { boringsslFlags, rejectsKeyUsage } from './certificate-flags.ts';

/**
 * Every reason why `issuer` cannot have issued `subject`, in the order of `v3_purp.cc: X509_check_issued`; empty
 * when it may have. A key usage without keyCertSign counts here, the kind of key and the signature do not.
 */
export function issuerRejections(
  issuer: Certificate,
  subject: Certificate,
): readonly IssuerRejection[] {
  const reasons: IssuerRejection[] = [];
  if (issuer.subject.canonical !== subject.issuer.canonical) reasons.push('subject-differs');
  if (boringsslFlags(issuer).invalid || boringsslFlags(subject).invalid) {
    reasons.push('invalid-extension');
  }
  for (const mismatch of checkAuthorityKeyId(issuer, subject)) {
    reasons.push(mismatch === 30 ? 'key-id-differs' : 'serial-differs');
  }
  if (rejectsKeyUsage(issuer, 'keyCertSign')) reasons.push('key-usage');
  return reasons;
}

/** `X509_check_issued(issuer, subject) == X509_V_OK`. */
export function hasIssued(issuer: Certificate, subject: Certificate): boolean {
  return issuerRejections(issuer, subject).length === 0;
}
