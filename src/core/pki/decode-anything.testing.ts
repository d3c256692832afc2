import { decodeCertificate } from './certificate.ts';
import { decodeCrl } from './crl.ts';
import { summariseCertificate } from './summary.ts';

/**
 * Decodes octets as a certificate and as a CRL and, when that works, reads what there is to read; for fuzzing.
 *
 * @returns whether it was one of the two
 * @throws when a decoder breaks its promise: it throws, gives no reason, loses octets
 */
export function decodeAnything(der: Uint8Array): boolean {
  const certificate = decodeCertificate(der);
  if (certificate.ok) {
    checkLength(der, certificate.certificate.der, certificate.trailing);
    summariseCertificate(certificate.certificate);
    return true;
  }
  checkProblem(der, certificate);
  const crl = decodeCrl(der);
  if (crl.ok) checkLength(der, crl.crl.der, crl.trailing);
  else checkProblem(der, crl);
  return crl.ok;
}

function checkLength(der: Uint8Array, decoded: Uint8Array, trailing: Uint8Array): void {
  if (decoded.length + trailing.length !== der.length) throw new Error('octets were lost');
}

function checkProblem(
  der: Uint8Array,
  { problem, offset }: { readonly problem: string; readonly offset: number },
): void {
  if (problem === '') throw new Error('no problem is named');
  if (!(offset >= 0 && offset <= der.length)) throw new Error(`offset ${String(offset)}`);
}
