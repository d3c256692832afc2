import { binaryText } from '../der/binary-text.ts';
import { DerString, TAG } from '../der/der-string.ts';
import { nameConstraintsError } from './parse-name-constraints.ts';
import { isValidDomain } from './is-valid-domain.ts';
import { isAscii } from './parse-name.ts';
import { parseUrl } from './parse-url.ts';
import { goQuote } from './quote.ts';

/** One extension of a certificate. */
export interface GoExtension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

/**
 * Reads the values of the extensions that Go knows, in the order of the certificate.
 *
 * @returns Go's error, or null
 * @see Go 1.26 crypto/x509 `processExtensions`
 */
export function extensionsError(extensions: readonly GoExtension[]): string | null {
  for (const extension of extensions) {
    const error = READERS[extension.oid]?.(new DerString(extension.value), extension.critical);
    if (error !== undefined && error !== null) return error;
  }
  return null;
}

type Reader = (value: DerString, critical: boolean) => string | null;

const READERS: Readonly<Record<string, Reader>> = {
  '2.5.29.14': (value, critical) => {
    if (critical) return 'x509: subject key identifier incorrectly marked critical';
    return value.read(TAG.octetString) === null ? 'x509: invalid subject key identifier' : null;
  },
  '2.5.29.15': (value) => (value.bitString() === null ? 'x509: invalid key usage' : null),
  '2.5.29.17': subjectAltNamesError,
  '2.5.29.19': basicConstraintsError,
  '2.5.29.30': nameConstraintsError,
  '2.5.29.31': distributionPointsError,
  '2.5.29.32': policiesError,
  '2.5.29.33': policyMappingsError,
  '2.5.29.35': authorityKeyIdError,
  '2.5.29.36': policyConstraintsError,
  '2.5.29.37': extendedKeyUsageError,
  '2.5.29.54': (value) =>
    smallInteger(value.integer()) ? null : 'x509: invalid inhibit any policy extension',
  '1.3.6.1.5.5.7.1.1': authorityInfoError,
};

/** Fits Go's `int`. */
function smallInteger(bytes: Uint8Array | null): boolean {
  return bytes !== null && bytes.length <= 8;
}

function basicConstraintsError(value: DerString): string | null {
  const message = 'x509: invalid basic constraints';
  const body = value.read(TAG.sequence);
  if (body === null) return message;
  if (body.peek(TAG.boolean) && body.boolean() === null) return message;
  if (!body.peek(TAG.integer)) return null;
  const length = body.integer();
  const negative = length !== null && (length[0] ?? 0) >= 0x80;
  return length === null || negative || length.length > 8 ? message : null;
}

function subjectAltNamesError(value: DerString): string | null {
  const names = value.read(TAG.sequence);
  if (names === null) return 'x509: invalid subject alternative names';
  while (!names.isEmpty) {
    const name = names.any();
    if (name === null) return 'x509: invalid subject alternative name';
    const { rest } = name.content;
    if (name.tag === 0x81 && !isAscii(rest)) return 'x509: SAN rfc822Name is malformed';
    if (name.tag === 0x82 && !isAscii(rest)) return 'x509: SAN dNSName is malformed';
    if (name.tag === 0x86 && !isAscii(rest))
      return 'x509: SAN uniformResourceIdentifier is malformed';
    const broken = name.tag === 0x86 ? uriError(rest) : null;
    if (broken !== null) return broken;
    if (name.tag === 0x87 && rest.length !== 4 && rest.length !== 16)
      return `x509: cannot parse IP address of length ${rest.length}`;
  }
  return null;
}

function uriError(octets: Uint8Array): string | null {
  const parsed = parseUrl(binaryText(octets));
  const problem = parsed.ok ? 'invalid domain' : parsed.message;
  const isValid = parsed.ok && isValidDomain(parsed.host, false);
  return isValid ? null : `x509: cannot parse URI ${goQuote(octets)}: ${problem}`;
}

function extendedKeyUsageError(value: DerString): string | null {
  const message = 'x509: invalid extended key usages';
  const usages = value.read(TAG.sequence);
  if (usages === null) return message;
  while (!usages.isEmpty) if (usages.objectId() === null) return message;
  return null;
}

function authorityKeyIdError(value: DerString, critical: boolean): string | null {
  if (critical) return 'x509: authority key identifier incorrectly marked critical';
  const message = 'x509: invalid authority key identifier';
  const body = value.read(TAG.sequence);
  if (body === null) return message;
  return body.peek(0x80) && body.read(0x80) === null ? message : null;
}

function distributionPointsError(value: DerString): string | null {
  const message = 'x509: invalid CRL distribution point';
  const points = value.read(TAG.sequence);
  if (points === null) return `${message}s`;
  while (!points.isEmpty) {
    const point = points.read(TAG.sequence);
    if (point === null) return message;
    const name = point.optional(0xa0);
    if (name === undefined) continue;
    const full = name?.read(0xa0) ?? null;
    if (full === null) return message;
    while (!full.isEmpty && full.peek(0x86)) if (full.read(0x86) === null) return message;
  }
  return null;
}

function policiesError(value: DerString): string | null {
  const message = 'x509: invalid certificate policies';
  const policies = value.read(TAG.sequence);
  if (policies === null) return message;
  const seen = new Set<string>();
  while (!policies.isEmpty) {
    const oid = policies.read(TAG.sequence)?.read(TAG.objectId)?.rest;
    if (oid === undefined || !isObjectId(oid)) return message;
    const key = binaryText(oid);
    if (seen.has(key)) return message;
    seen.add(key);
  }
  return null;
}

/** Numbers of any size here, unlike elsewhere. @see Go crypto/x509 `newOIDFromDER` */
function isObjectId(bytes: Uint8Array): boolean {
  const last = bytes.at(-1);
  if (last === undefined || last >= 0x80) return false;
  return bytes.every((byte, at) => byte !== 0x80 || (at > 0 && (bytes[at - 1] ?? 0) >= 0x80));
}

function policyMappingsError(value: DerString): string | null {
  const message = 'x509: invalid policy mappings extension';
  const mappings = value.read(TAG.sequence);
  if (mappings === null) return message;
  while (!mappings.isEmpty) {
    const pair = mappings.read(TAG.sequence);
    const issuer = pair?.read(TAG.objectId) ?? null;
    const subject = pair?.read(TAG.objectId) ?? null;
    if (issuer === null || subject === null) return message;
  }
  return null;
}

function policyConstraintsError(value: DerString): string | null {
  const message = 'x509: invalid policy constraints extension';
  const body = value.read(TAG.sequence);
  if (body === null) return message;
  for (const tag of [0x80, 0x81]) {
    const number = body.optional(tag);
    if (number === undefined) continue;
    if (number === null || number.rest.length === 0 || number.rest.length > 8) return message;
  }
  return null;
}

function authorityInfoError(value: DerString, critical: boolean): string | null {
  if (critical) return 'x509: authority info access incorrectly marked critical';
  const message = 'x509: invalid authority info access';
  const entries = value.read(TAG.sequence);
  if (entries === null) return message;
  while (!entries.isEmpty) {
    const entry = entries.read(TAG.sequence);
    const method = entry?.objectId() ?? null;
    if (entry === null || method === null) return message;
    if (entry.peek(0x86) && entry.read(0x86) === null) return message;
  }
  return null;
}
