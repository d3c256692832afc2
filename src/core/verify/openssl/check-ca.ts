import type { Certificate } from '../../pki/types.ts';
import { certificateFlags } from './certificate-flags.ts';

/**
 * `check_ca`: 0 no CA, 1 basicConstraints say so, 3 self-signed version 1, 4 keyCertSign without
 * basicConstraints, 5 Netscape CA type.
 */
export type CaKind = 0 | 1 | 3 | 4 | 5;

/** Any of the three CA bits of nsCertType. */
const netscapeCa = 0x07;
const netscapeSslCa = 0x04;

/** `crypto/x509/v3_purp.c: check_ca`. */
export function caKind(certificate: Certificate): CaKind {
  const { basicConstraints, keyUsage, nsCertType } = certificate.extensions;
  if (keyUsage && !keyUsage.includes('keyCertSign')) return 0;
  if (basicConstraints) return basicConstraints.ca ? 1 : 0;
  if (certificate.version === 1 && certificateFlags(certificate).selfSigned) return 3;
  if (keyUsage) return 4;
  return ((nsCertType ?? 0) & netscapeCa) !== 0 ? 5 : 0;
}

/** `X509_check_ca`: a certificate with a broken extension is no CA. */
export function checkedCaKind(certificate: Certificate): CaKind {
  return certificateFlags(certificate).invalid ? 0 : caKind(certificate);
}

/** `v3_purp.c: check_ssl_ca`. */
export function isTlsCa(certificate: Certificate): boolean {
  const kind = caKind(certificate);
  if (kind !== 5) return kind !== 0;
  return ((certificate.extensions.nsCertType ?? 0) & netscapeSslCa) !== 0;
}
