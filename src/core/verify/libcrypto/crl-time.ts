import type { CertificateRevocationList } from '../../pki/types.ts';

/** 15/16 = broken lastUpdate/nextUpdate, 11 = not yet valid, 12 = expired. */
export type CrlTimeError = 11 | 12 | 15 | 16;

/**
 * The time errors of a CRL at `at` (ms), in order (`x509_vfy.c: check_crl_time`, in BoringSSL the same): thisUpdate may equal the time,
 * nextUpdate may not, and may be missing.
 */
export function crlTimeErrors(
  { thisUpdate, nextUpdate }: CertificateRevocationList,
  at: number,
): readonly CrlTimeError[] {
  const errors: CrlTimeError[] = [];
  if (thisUpdate.epoch === null) errors.push(15);
  else if (thisUpdate.epoch > at) errors.push(11);
  if (!nextUpdate) return errors;
  if (nextUpdate.epoch === null) errors.push(16);
  else if (nextUpdate.epoch <= at) errors.push(12);
  return errors;
}
