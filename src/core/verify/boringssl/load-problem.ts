import { DerReader } from '../../pki/der/der-reader.ts';
import { tags } from '../../pki/der/tags.ts';
import type { Certificate, CertificateTime, DistinguishedName } from '../../pki/types.ts';
import { hasClearPadding } from './certificate-flags.ts';
import { queueEntry } from './queue/queue-entry.ts';

/** `[0]`, explicit. */
const VERSION = 0xa0;

type Check = (certificate: Certificate) => string | null;

/** What BoringSSL objects to, in words, and what it leaves in its error queue. */
interface LoadProblem {
  readonly reason: string;
  readonly queue: readonly string[];
}

const decodeError = queueEntry('ASN1_DECODE_ERROR');
const paddingEntry = queueEntry('ASN1_INVALID_BIT_STRING_PADDING');

/** A part of the certificate that does not parse, and then the certificate. */
const checksOfParts: readonly Check[] = [
  ({ issuer }) => checkName(issuer, 'issuer'),
  ({ notBefore, tbs }) => checkTime(notBefore, 'notBefore', tbs),
  ({ notAfter, tbs }) => checkTime(notAfter, 'notAfter', tbs),
  ({ subject }) => checkName(subject, 'subject'),
];

/**
 * Why BoringSSL does not load a certificate that OpenSSL loads (`x_x509.cc: X509_parse_with_algorithms`), in words;
 * `null` when it does. From a peer that is a decode_error alert, in a trust bundle the whole file is refused.
 */
export function loadProblem(certificate: Certificate): string | null {
  return findLoadProblem(certificate)?.reason ?? null;
}

/** The same with the entries of the error queue, oldest first. The outer parts are read before the TBS. */
export function findLoadProblem(certificate: Certificate): LoadProblem | null {
  const { version, rawExtensions, der } = certificate;
  const padding = checkPadding(der, 2, 'signatureValue');
  if (padding !== null) return { reason: padding, queue: [paddingEntry, decodeError] };
  if (version < 1 || version > 3) {
    const reason = `its version is ${String(version)}; 1, 2 and 3 exist`;
    return { reason, queue: [queueEntry('X509_INVALID_VERSION')] };
  }
  for (const check of checksOfParts) {
    const reason = check(certificate);
    if (reason !== null) return { reason, queue: [decodeError, decodeError] };
  }
  const keyPadding = checkPadding(certificate.publicKey.der, 1, 'subjectPublicKey');
  if (keyPadding !== null) {
    return { reason: keyPadding, queue: [paddingEntry, decodeError, decodeError] };
  }
  if (version === 3 || rawExtensions.length === 0) return null;
  const reason = `it has extensions, which version ${String(version)} does not allow`;
  return { reason, queue: [decodeError] };
}

/** `x_name.cc: x509_parse_name`: no empty RDN. */
function checkName({ der }: DistinguishedName, what: string): string | null {
  const sets = DerReader.over(der).enter(tags.sequence, what);
  while (sets && !sets.atEnd) {
    const set = sets.next();
    if (!set || set.end === set.contentStart) return `its ${what} has an empty part`;
  }
  return null;
}

/** `asn1_parse_time`: a UTCTime with an offset still loads (and fails later with 13 or 14), nothing else odd does. */
function checkTime(
  { epoch, raw }: CertificateTime,
  what: 'notBefore' | 'notAfter',
  tbs: Uint8Array,
): string | null {
  if (epoch !== null) return null;
  if (/^\d{12}[+-]\d{4}$/.test(raw) && isUtcTime(tbs, what)) return null;
  return `its ${what} \`${raw}\` is not a time`;
}

/** RFC 5280 §4.1: validity is the fourth element of the TBSCertificate behind the optional version. */
function isUtcTime(tbs: Uint8Array, what: 'notBefore' | 'notAfter'): boolean {
  const body = DerReader.over(tbs).enter(tags.sequence, 'tbsCertificate');
  body?.optional(VERSION);
  for (let at = 0; at < 3; at++) body?.next();
  const validity = body?.enter(tags.sequence, 'validity');
  if (what === 'notAfter') validity?.next();
  return validity?.nextIs(tags.utcTime) === true;
}

/** `CBS_is_valid_asn1_bitstring`: unused bits of the BIT STRING behind `skip` elements are zero. */
function checkPadding(der: Uint8Array, skip: number, what: string): string | null {
  const body = DerReader.over(der).enter(tags.sequence, what);
  for (let at = 0; at < skip; at++) body?.next();
  const bits = body?.expect(tags.bitString, what);
  return body && bits && !hasClearPadding(body.content(bits))
    ? `its ${what} has unused bits that are set`
    : null;
}
