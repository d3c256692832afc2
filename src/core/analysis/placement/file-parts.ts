import { titleOfSubject } from '../../certificates/index.ts';
import { publicKeyMatches, type BlobContents, type Certificate } from '../../pki/index.ts';
import type { ReadBlob } from '../summaries/summarise-blobs.ts';

/** What of a file can be put somewhere: a certificate of a party with or without its key, CAs, or a key alone. */
export interface FileParts {
  readonly blobId: string;
  /** The first certificate when it is no CA, or one that `openssl req -x509` makes for a host: CA and server in one. */
  readonly leaf: Certificate | null;
  /** All certificates when the first is a CA. */
  readonly authorities: readonly Certificate[];
  readonly hasKey: boolean;
  /** `secure-app.example.com`. */
  readonly title: string;
}

/** Splits a dropped file by what can be done with it; null for files that hold neither certificates nor keys. */
export function filePartsOf({ blob, contents }: ReadBlob): FileParts | null {
  const { certificates } = contents;
  const hasKey = contents.keys.some(({ state }) => state === 'plain');
  const [first] = certificates;
  if (first === undefined && !hasKey) return null;
  const isCa = first?.extensions.basicConstraints?.ca === true;
  return {
    blobId: blob.id,
    leaf: first === undefined || (isCa && !namesAHost(first)) ? null : first,
    authorities: isCa ? certificates : [],
    hasKey,
    title: first === undefined ? blob.path : titleOfSubject(first),
  };
}

function namesAHost({ extensions }: Certificate): boolean {
  return (extensions.subjectAltNames ?? []).some(({ kind }) => kind === 'dns' || kind === 'ip');
}

/** True when a key of the file belongs to the certificate. */
export function holdsKeyOf({ keys }: BlobContents, certificate: Certificate): boolean {
  return keys.some(
    (reading) =>
      reading.state === 'plain' && publicKeyMatches(certificate.publicKey, reading.key) === true,
  );
}
