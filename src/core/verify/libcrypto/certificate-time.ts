import type { Certificate } from '../../pki/types.ts';

/** 13/14 = broken notBefore/notAfter, 9 = not yet valid, 10 = expired. */
export type TimeError = 9 | 10 | 13 | 14;

/**
 * The time errors of a certificate at `at` (ms), in order (`x509_vfy.c: ossl_x509_check_cert_time`):
 * notBefore may equal the time, notAfter may not.
 */
export function certificateTimeErrors(certificate: Certificate, at: number): readonly TimeError[] {
  const errors: TimeError[] = [];
  const notBefore = certificate.notBefore.epoch;
  const notAfter = certificate.notAfter.epoch;
  if (notBefore === null) errors.push(13);
  else if (notBefore > at) errors.push(9);
  if (notAfter === null) errors.push(14);
  else if (notAfter <= at) errors.push(10);
  return errors;
}
