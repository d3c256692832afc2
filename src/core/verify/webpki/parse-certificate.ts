import type { Certificate } from '../../pki/types.ts';
import { binaryText } from '../der/binary-text.ts';
import { DerString, TAG } from '../der/der-string.ts';
import { readElement, readNested, readSmallInteger } from './read-element.ts';
import { badDer, trailingData, WebpkiError } from './webpki-error.ts';

/** A certificate as webpki keeps it: contents of elements, compared octet by octet. */
export interface WebpkiCertificate {
  readonly certificate: Certificate;
  /** Contents of the SEQUENCE, one character an octet. */
  readonly issuer: string;
  readonly subject: string;
  readonly spki: Uint8Array;
  readonly spkiText: string;
  readonly validity: Uint8Array;
  /** Content of the signature's AlgorithmIdentifier. */
  readonly signatureAlgorithm: Uint8Array;
  readonly basicConstraints?: Uint8Array;
  readonly eku?: Uint8Array;
  readonly nameConstraints?: Uint8Array;
  readonly subjectAltName?: Uint8Array;
}

type Extensions = { -readonly [K in ExtensionField]?: Uint8Array };
type ExtensionField = 'basicConstraints' | 'eku' | 'nameConstraints' | 'subjectAltName';

/** Last octet of the OIDs under 2.5.29 that webpki remembers; the others only may not stand twice. */
const KNOWN: Readonly<Record<number, ExtensionField | 'keyUsage' | 'distributionPoints'>> = {
  15: 'keyUsage',
  17: 'subjectAltName',
  19: 'basicConstraints',
  30: 'nameConstraints',
  31: 'distributionPoints',
  37: 'eku',
};

/**
 * Reads a certificate as webpki does: version 3 only, no unique identifiers, no unknown critical extension.
 *
 * @param ignoreCritical true for trust anchors (from 0.103 on)
 * @see rustls-webpki 0.103.14 src/cert.rs `Cert::from_input`
 */
export function parseWebpkiCertificate(
  certificate: Certificate,
  ignoreCritical: boolean,
): WebpkiCertificate | WebpkiError {
  const parts = readNested(
    new DerString(certificate.der),
    TAG.sequence,
    trailingData('SignedData'),
    readSignedData,
  );
  if (parts instanceof WebpkiError) return parts;
  const read = readTbs(parts.tbs, parts.algorithm, ignoreCritical);
  if (read instanceof WebpkiError) return read;
  if (!parts.tbs.isEmpty) return trailingData('CertificateTbsCertificate');
  return { certificate, ...read };
}

function readSignedData(body: DerString) {
  const tbs = readElement(body, TAG.sequence);
  const algorithm = tbs && readElement(body, TAG.sequence)?.rest;
  if (!tbs || !algorithm) return badDer;
  const signature = readElement(body, TAG.bitString)?.rest;
  if (!signature) return trailingData('BitString');
  return signature[0] === 0 ? { tbs, algorithm } : badDer;
}

function readTbs(tbs: DerString, outer: Uint8Array, ignoreCritical: boolean) {
  const unsupported = new WebpkiError('UnsupportedCertVersion');
  const version = readNested(tbs, 0xa0, unsupported, (explicit) => {
    const number = readSmallInteger(explicit);
    return number === 2 || number instanceof WebpkiError ? number : unsupported;
  });
  if (version instanceof WebpkiError) return version;
  const serial = readElement(tbs, TAG.integer);
  const inner = serial && readElement(tbs, TAG.sequence)?.rest;
  if (!inner) return badDer;
  if (binaryText(inner) !== binaryText(outer)) return new WebpkiError('SignatureAlgorithmMismatch');
  const [issuer, validity, subject, spki] = [0, 1, 2, 3].map(
    () => readElement(tbs, TAG.sequence)?.rest,
  );
  if (!issuer || !validity || !subject || !spki) return badDer;
  const extensions = tbs.isEmpty ? {} : readExtensions(tbs, ignoreCritical);
  if (extensions instanceof WebpkiError) return extensions;
  return {
    issuer: binaryText(issuer),
    subject: binaryText(subject),
    spki,
    spkiText: binaryText(spki),
    validity,
    signatureAlgorithm: outer,
    ...extensions,
  };
}

function readExtensions(tbs: DerString, ignoreCritical: boolean): Extensions | WebpkiError {
  const extensions: Extensions = {};
  const seen = new Set<number>();
  const error = trailingData('Extension');
  return readNested(tbs, 0xa3, trailingData('CertificateExtensions'), (explicit) =>
    readNested(explicit, TAG.sequence, error, (list) => {
      while (!list.isEmpty) {
        const one = readNested(list, TAG.sequence, error, (body) =>
          remember(body, extensions, seen, ignoreCritical),
        );
        if (one instanceof WebpkiError) return one;
      }
      return extensions;
    }),
  );
}

/** `remember_extension`. */
function remember(
  body: DerString,
  into: Extensions,
  seen: Set<number>,
  ignoreCritical: boolean,
): true | WebpkiError {
  const oid = readElement(body, TAG.objectId)?.rest;
  if (!oid) return badDer;
  const critical = readBoolean(body);
  if (critical instanceof WebpkiError) return critical;
  const value = readElement(body, TAG.octetString);
  if (!value) return badDer;
  const last = oid.length === 3 && oid[0] === 0x55 && oid[1] === 0x1d ? (oid[2] ?? 0) : 0;
  const field = KNOWN[last];
  if (field === undefined) {
    return critical && !ignoreCritical ? new WebpkiError('UnsupportedCriticalExtension') : true;
  }
  if (seen.has(last)) return new WebpkiError('ExtensionValueInvalid');
  seen.add(last);
  if (field === 'keyUsage') return true;
  const content = readElement(value, TAG.sequence)?.rest;
  if (!content || !value.isEmpty) return badDer;
  if (field !== 'distributionPoints') into[field] = content;
  return true;
}

/** `bool::from_der`: absent is false. */
export function readBoolean(reader: DerString): boolean | WebpkiError {
  if (!reader.peek(TAG.boolean)) return false;
  const content = readElement(reader, TAG.boolean)?.rest;
  if (!content) return trailingData('Bool');
  if (content[0] !== 0 && content[0] !== 0xff) return badDer;
  return content.length === 1 ? content[0] === 0xff : trailingData('Bool');
}
