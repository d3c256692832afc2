import { decodeCertificate } from '../../pki/certificate.ts';
import type { Certificate } from '../../pki/types.ts';
import { readPemStream, type PemStop, type StreamBlock } from './pem-stream.ts';
import { textDigest } from './text-digest.ts';

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
  const file = rememberedFile(pem);
  const certificates: Certificate[] = [];
  for (const { label, hasHeader, certificate } of file.blocks) {
    if (!accepts(label, certificates.length)) continue;
    if (hasHeader) return { certificates, stop: 'not-proc-type' };
    if (certificate === null) return { certificates, stop: 'not-x509' };
    certificates.push(certificate);
  }
  return { certificates, stop: file.stop };
}

/** One block of a file; `certificate` is null for what is none. */
interface FileBlock {
  readonly label: string;
  readonly hasHeader: boolean;
  readonly certificate: Certificate | null;
}

interface FileRead {
  readonly blocks: readonly FileBlock[];
  readonly stop: PemStop;
}

/** Files remembered before the oldest are forgotten. */
const LIMIT = 1000;
const memory = new Map<string, FileRead>();

/** Many routes read the same few files. The memory holds digests and certificates, no key. */
function rememberedFile(pem: string): FileRead {
  const id = textDigest(pem);
  const known = memory.get(id);
  if (known !== undefined) return known;
  const stream = readPemStream(pem);
  const blocks = stream.blocks.map((block) => ({
    label: block.label,
    hasHeader: block.header !== '',
    certificate: isCertificateLabel(block.label) ? certificateOf(block) : null,
  }));
  const file = { blocks, stop: stream.stop };
  memory.set(id, file);
  const oldest = memory.keys().next();
  if (memory.size > LIMIT && oldest.done !== true) memory.delete(oldest.value);
  return file;
}

/** Only a TRUSTED CERTIFICATE may carry trust settings behind the certificate (`d2i_X509_AUX`). */
function certificateOf(block: StreamBlock): Certificate | null {
  const decoded = decodeCertificate(block.der);
  if (!decoded.ok) return null;
  const mayTrail = block.label === 'TRUSTED CERTIFICATE';
  return decoded.trailing.length === 0 || mayTrail ? decoded.certificate : null;
}
