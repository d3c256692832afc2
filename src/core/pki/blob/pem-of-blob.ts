import { decodeText } from '../decode-text.ts';
import { DerReader } from '../der/der-reader.ts';
import { encodePem } from '../encode-pem.ts';
import { pemLabelOf } from '../pem-label-of.ts';
import { sniffBytes, type SniffedKind } from '../sniff.ts';
import { readUnframed } from '../unframed-material.ts';

/**
 * A file as PEM text: PEM as it stands, DER and bare base64 in a block. Containers that have to be opened
 * first (PKCS#12, PKCS#7) and what is not understood give null.
 */
export function pemOfBlob(bytes: Uint8Array): { kind: SniffedKind; pem: string | null } {
  const kind = sniffBytes(bytes);
  switch (kind) {
    case 'pem':
      return { kind, pem: decodeText(bytes) };
    case 'base64':
      return { kind, pem: readUnframed(decodeText(bytes) ?? '')?.pem ?? null };
    case 'certificate':
    case 'private-key':
    case 'encrypted-key':
    case 'csr':
    case 'crl':
      return { kind, pem: encodePem(pemLabelOf(bytes) ?? 'CERTIFICATE', withoutLineEnds(bytes)) };
    case 'pkcs12':
    case 'pkcs7':
    case 'unknown':
      return { kind, pem: null };
    default:
      return kind satisfies never;
  }
}

/** Some tools add a line end behind DER. */
function withoutLineEnds(bytes: Uint8Array): Uint8Array {
  const reader = DerReader.over(bytes);
  const element = reader.next();
  return element === null ? bytes : reader.whole(element);
}
