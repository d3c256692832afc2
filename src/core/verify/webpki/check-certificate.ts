import { DerString } from '../der/der-string.ts';
import { checkExtendedKeyUsage, type Usage } from './check-extended-key-usage.ts';
import { readBoolean, type WebpkiCertificate } from './parse-certificate.ts';
import { readSmallInteger } from './read-element.ts';
import { readTime } from './read-time.ts';
import { badDer, WebpkiError } from './webpki-error.ts';

/** What a certificate is looked at for, independent of who issued it. */
export interface CertificateRole {
  readonly isLeaf: boolean;
  /** CA certificates between this one and the leaf's issuer, for pathLenConstraint. */
  readonly subCaCount: number;
  readonly usage: Usage;
  /** Seconds since the epoch. */
  readonly time: number;
}

/**
 * Dates, basicConstraints and extended key usage; keyUsage is not looked at.
 *
 * @see rustls-webpki 0.103.14 src/verify_cert.rs `check_issuer_independent_properties`
 */
export function checkCertificate(
  certificate: WebpkiCertificate,
  role: CertificateRole,
): WebpkiError | null {
  return (
    checkValidity(certificate.validity, role) ??
    checkBasicConstraints(certificate.basicConstraints, role) ??
    checkExtendedKeyUsage(certificate.eku, role.usage)
  );
}

/** RFC 5280 §4.1.2.5; notAfter itself is valid still. */
function checkValidity(validity: Uint8Array, { time, usage }: CertificateRole): WebpkiError | null {
  const reader = new DerString(validity);
  const notBefore = readTime(reader);
  if (notBefore instanceof WebpkiError) return notBefore;
  const notAfter = readTime(reader);
  if (notAfter instanceof WebpkiError) return notAfter;
  if (notBefore > notAfter) return new WebpkiError('InvalidCertValidity');
  if (time < notBefore) return dateError('CertNotValidYet', time, notBefore, usage);
  if (time > notAfter) return dateError('CertExpired', time, notAfter, usage);
  return reader.isEmpty ? null : badDer;
}

/** From 0.103 on the errors carry both times, which rustls prints. */
function dateError(
  name: 'CertNotValidYet' | 'CertExpired',
  time: number,
  limit: number,
  { release }: Usage,
): WebpkiError {
  const isExpired = name === 'CertExpired';
  if (release === '0.102')
    return new WebpkiError(name, name, isExpired ? 'Expired' : 'NotValidYet');
  const [field, word, side] = isExpired
    ? ['not_after', 'expired', 'after']
    : ['not_before', 'not valid yet', 'before'];
  const away = isExpired
    ? `${String(time - limit)} seconds ago`
    : `${String(limit - time)} seconds in future`;
  return new WebpkiError(
    name,
    `${name} { time: UnixTime(${String(time)}), ${field}: UnixTime(${String(limit)}) }`,
    `certificate ${word}: verification time ${String(time)} (UNIX), but certificate is not valid ${side} ${String(limit)} (${away})`,
  );
}

/** RFC 5280 §4.2.1.9; absent means no CA. A path length in a leaf is read and ignored. */
function checkBasicConstraints(
  value: Uint8Array | undefined,
  { isLeaf, subCaCount }: CertificateRole,
): WebpkiError | null {
  const reader = new DerString(value ?? new Uint8Array());
  const isCa = readBoolean(reader);
  if (isCa instanceof WebpkiError) return isCa;
  const pathLength = reader.isEmpty ? null : readSmallInteger(reader);
  if (pathLength instanceof WebpkiError) return pathLength;
  if (isLeaf && isCa) return new WebpkiError('CaUsedAsEndEntity');
  if (!isLeaf && !isCa) return new WebpkiError('EndEntityUsedAsCa');
  if (!isLeaf && pathLength !== null && subCaCount > pathLength) {
    return new WebpkiError('PathLenConstraintViolated');
  }
  return reader.isEmpty ? null : badDer;
}
