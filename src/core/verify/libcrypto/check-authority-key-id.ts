import type { Certificate, CertificateExtensions } from '../../pki/types.ts';

/** 30 = key identifiers differ, 31 = issuer and serial differ. */
export type AuthorityKeyIdMismatch = 30 | 31;

/**
 * Whether the authority key identifier of a certificate or CRL points at `issuer` (`v3_purp.c: X509_check_akid`): a missing
 * side is no mismatch; of the issuer names only the first directory name counts. All mismatches are listed in
 * the library's order; it reports the first.
 */
export function checkAuthorityKeyId(
  issuer: Certificate,
  subject: { readonly extensions: Pick<CertificateExtensions, 'authorityKeyId'> },
): readonly AuthorityKeyIdMismatch[] {
  const authority = subject.extensions.authorityKeyId;
  if (!authority) return [];
  const mismatches: AuthorityKeyIdMismatch[] = [];
  const { subjectKeyId } = issuer.extensions;
  if (authority.keyId !== undefined && subjectKeyId !== undefined) {
    if (authority.keyId !== subjectKeyId) mismatches.push(30);
  }
  const serialDiffers = authority.serial !== undefined && authority.serial !== issuer.serial;
  const directory = authority.issuer?.find((name) => name.kind === 'directory');
  const nameDiffers =
    directory !== undefined && directory.name.canonical !== issuer.issuer.canonical;
  if (serialDiffers || nameDiffers) mismatches.push(31);
  return mismatches;
}
