import { decodeCertificate } from '../../pki/certificate.ts';
import type { Certificate } from '../../pki/types.ts';
import { readPemStream, type PemStop, type StreamBlock } from './pemStream.ts';

export interface CertificatesRead {
  readonly certificates: readonly Certificate[];
  /** Why the reading ended; `no-start-line` is the sound end of a file. */
  readonly stop: PemStop | 'not-x509';
}

/** Labels that `PEM_read_bio_X509_AUX` takes for a certificate (`check_pem`). */
export function isCertificateLabel(label: string): boolean {
  return label === 'CERTIFICATE' || label === 'X509 CERTIFICATE' || label === 'TRUSTED CERTIFICATE';
}

/**
 * The certificates of a file in order, up to the block that stops OpenSSL. Blocks with other labels are
 * skipped, but a damaged one stops the reading too.
 *
 * @param accepts which labels the reading function takes
 * @see OpenSSL crypto/pem/pem_lib.c `PEM_bytes_read_bio`, `PEM_get_EVP_CIPHER_INFO`
 */
export function readCertificates(
  pem: string,
  accepts: (label: string, index: number) => boolean,
): CertificatesRead {
  const stream = readPemStream(pem);
  const certificates: Certificate[] = [];
  for (const block of stream.blocks) {
    if (!accepts(block.label, certificates.length)) continue;
    if (block.header !== '') return { certificates, stop: 'not-proc-type' };
    const certificate = certificateOf(block);
    if (certificate === null) return { certificates, stop: 'not-x509' };
    certificates.push(certificate);
  }
  return { certificates, stop: stream.stop };
}

/** Only a TRUSTED CERTIFICATE may carry trust settings behind the certificate (`d2i_X509_AUX`). */
function certificateOf(block: StreamBlock): Certificate | null {
  const decoded = decodeCertificate(block.der);
  if (!decoded.ok) return null;
  const mayTrail = block.label === 'TRUSTED CERTIFICATE';
  return decoded.trailing.length === 0 || mayTrail ? decoded.certificate : null;
}
