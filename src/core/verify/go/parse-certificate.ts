import { decodeCertificate } from '../../pki/certificate.ts';
import { sameBytes } from '../../pki/same-bytes.ts';
import type { Certificate } from '../../pki/types.ts';
import { DerString, TAG } from '../der/der-string.ts';
import { extensionsError, type GoExtension } from './parse-extensions.ts';
import { nameError } from './parse-name.ts';
import { publicKeyError, readAlgorithm } from './parse-public-key.ts';
import { timeError } from './parse-time.ts';

/** Outcome of Go's `x509.ParseCertificate`. */
export type GoCertificate =
  /** `certificate` is null where our own reader is stricter than Go (octets behind the last field). */
  | { readonly ok: true; readonly certificate: Certificate | null }
  | { readonly ok: false; readonly message: string };

/**
 * Parses a certificate as Go does, with Go's words for what it refuses. Go is stricter than OpenSSL in some
 * places (negative serial numbers, curves without a name, a critical subject key identifier) and laxer in
 * others. Dates, CA bit, key usage and algorithms are not judged.
 *
 * @see Go 1.26 src/crypto/x509/parser.go `ParseCertificate`
 */
export function goParseCertificate(der: Uint8Array): GoCertificate {
  const input = new DerString(der);
  const certificate = input.read(TAG.sequence);
  if (certificate === null) return refused('x509: malformed certificate');
  const error = certificateError(certificate);
  if (error !== null) return refused(error);
  if (!input.isEmpty) return refused('x509: trailing data');
  const decoded = decodeCertificate(der);
  return { ok: true, certificate: decoded.ok ? decoded.certificate : null };
}

function refused(message: string): GoCertificate {
  return { ok: false, message };
}

function certificateError(certificate: DerString): string | null {
  const tbs = certificate.read(TAG.sequence);
  if (tbs === null) return 'x509: malformed tbs certificate';
  const version = readVersion(tbs);
  if (typeof version === 'string') return version;
  const serial = tbs.integer();
  if (serial === null) return 'x509: malformed serial number';
  if ((serial[0] ?? 0) >= 0x80) return 'x509: negative serial number';
  return (
    algorithmsError(tbs, certificate) ??
    namesError(tbs) ??
    keyError(tbs) ??
    restError(tbs, version) ??
    (certificate.bitString() === null ? 'x509: malformed signature' : null)
  );
}

/** One-based version, or Go's error. */
function readVersion(tbs: DerString): number | string {
  const explicit = tbs.optional(0xa0);
  if (explicit === undefined) return 1;
  const value = explicit?.integer() ?? null;
  if (value === null || explicit?.isEmpty !== true) return 'x509: malformed version';
  if (value.length > 8 || (value[0] ?? 0) >= 0x80) return 'x509: malformed version';
  const version = value.reduce((sum, byte) => sum * 256 + byte, 0) + 1;
  return version > 3 ? 'x509: invalid version' : version;
}

/** The algorithm stands in the signed part and behind it; both must be the same octets. */
function algorithmsError(tbs: DerString, certificate: DerString): string | null {
  const inner = tbs.read(TAG.sequence);
  if (inner === null) return 'x509: malformed signature algorithm identifier';
  const outer = certificate.read(TAG.sequence);
  if (outer === null) return 'x509: malformed algorithm identifier';
  if (!sameBytes(inner.rest, outer.rest))
    return "x509: inner and outer signature algorithm identifiers don't match";
  const algorithm = readAlgorithm(inner);
  return algorithm.ok ? null : algorithm.message;
}

/** Issuer, validity, subject. Go says "issuer" for a broken subject too. */
function namesError(tbs: DerString): string | null {
  const issuer = tbs.any();
  if (issuer?.tag !== TAG.sequence) return 'x509: malformed issuer';
  const issuerError = nameError(issuer);
  if (issuerError !== null) return issuerError;
  const validity = tbs.read(TAG.sequence);
  if (validity === null) return 'x509: malformed validity';
  const wrongTime = timeError(validity) ?? timeError(validity);
  if (wrongTime !== null) return wrongTime;
  const subject = tbs.any();
  return subject?.tag === TAG.sequence ? nameError(subject) : 'x509: malformed issuer';
}

function keyError(tbs: DerString): string | null {
  const info = tbs.read(TAG.sequence);
  if (info === null) return 'x509: malformed spki';
  const identifier = info.read(TAG.sequence);
  if (identifier === null) return 'x509: malformed public key algorithm identifier';
  const algorithm = readAlgorithm(identifier);
  if (!algorithm.ok) return algorithm.message;
  const key = info.bitString();
  if (key === null) return 'x509: malformed subjectPublicKey';
  return publicKeyError(algorithm, key);
}

/** Unique ids from version 2 on, extensions from version 3 on. */
function restError(tbs: DerString, version: number): string | null {
  if (version < 2) return null;
  if (tbs.optional(0x81) === null) return 'x509: malformed issuerUniqueID';
  if (tbs.optional(0x82) === null) return 'x509: malformed subjectUniqueID';
  if (version < 3) return null;
  const explicit = tbs.optional(0xa3);
  if (explicit === undefined) return null;
  const list = explicit?.read(TAG.sequence) ?? null;
  if (list === null) return 'x509: malformed extensions';
  const extensions: GoExtension[] = [];
  while (!list.isEmpty) {
    const extension = readExtension(list);
    if (typeof extension === 'string') return extension;
    if (extensions.some(({ oid }) => oid === extension.oid))
      return `x509: certificate contains duplicate extension with OID "${extension.oid}"`;
    extensions.push(extension);
  }
  return extensionsError(extensions);
}

function readExtension(list: DerString): GoExtension | string {
  const body = list.read(TAG.sequence);
  if (body === null) return 'x509: malformed extension';
  const oid = body.objectId();
  if (oid === null) return 'x509: malformed extension OID field';
  const critical = body.peek(TAG.boolean) ? body.boolean() : false;
  if (critical === null) return 'x509: malformed extension critical field';
  const value = body.read(TAG.octetString);
  return value === null
    ? 'x509: malformed extension value field'
    : { oid, critical, value: value.rest };
}
