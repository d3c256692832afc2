import { decodeCertificate } from '../../pki/certificate.ts';
import type { Certificate, PublicKeyInfo } from '../../pki/types.ts';

/** Outcome of Go's `x509.ParseCertificate`. */
export type GoCertificate =
  | { readonly ok: true; readonly certificate: Certificate }
  | { readonly ok: false; readonly message: string };

/** Curves that Go's crypto/x509 has names for. */
const GO_CURVES: ReadonlySet<string> = new Set(['P-224', 'P-256', 'P-384', 'P-521']);

/** What Go says when the value of an extension does not parse. */
const EXTENSION_ERRORS: Readonly<Record<string, string>> = {
  '2.5.29.14': 'x509: invalid subject key identifier',
  '2.5.29.15': 'x509: invalid key usage',
  '2.5.29.17': 'x509: invalid subject alternative names',
  '2.5.29.19': 'x509: invalid basic constraints',
  '2.5.29.30': 'x509: invalid NameConstraints extension',
  '2.5.29.35': 'x509: invalid authority key identifier',
  '2.5.29.37': 'x509: invalid extended key usages',
};

/**
 * Parses a certificate as Go does: first the structure, then what Go refuses although OpenSSL takes it
 * (negative serial numbers, curves without a name in Go, a critical subject key identifier, two
 * extensions of one kind). Dates, CA bit, key usage and algorithms are not looked at.
 *
 * @see Go 1.26 src/crypto/x509/parser.go `parseCertificate`
 */
export function goParseCertificate(der: Uint8Array): GoCertificate {
  const decoded = decodeCertificate(der);
  if (!decoded.ok) return { ok: false, message: 'x509: malformed certificate' };
  if (decoded.trailing.length > 0) return { ok: false, message: 'x509: trailing data' };
  const { certificate } = decoded;
  const message = CHECKS.map((check) => check(certificate)).find((found) => found !== null);
  return message === undefined ? { ok: true, certificate } : { ok: false, message };
}

type Check = (certificate: Certificate) => string | null;

const CHECKS: readonly Check[] = [
  ({ version }) => (version > 3 ? 'x509: invalid version' : null),
  ({ serial }) => (serial.startsWith('-') ? 'x509: negative serial number' : null),
  ({ signatureAlgorithm, tbsSignatureAlgorithm }) =>
    sameBytes(signatureAlgorithm.der, tbsSignatureAlgorithm.der)
      ? null
      : "x509: inner and outer signature algorithm identifiers don't match",
  ({ publicKey }) => publicKeyError(publicKey),
  ({ duplicateExtensions }) =>
    duplicateExtensions[0] === undefined
      ? null
      : `x509: certificate contains duplicate extension with OID "${duplicateExtensions[0]}"`,
  extensionError,
];

/** Go `parsePublicKey`; keys of an algorithm that Go does not know are left unread. */
function publicKeyError(key: PublicKeyInfo): string | null {
  switch (key.family) {
    case 'RSA':
      if (!isNull(key.algorithm.parameters)) return 'x509: RSA key missing NULL parameters';
      return key.decodable ? null : 'x509: invalid RSA public key';
    case 'EC':
      if (key.curve === 'explicit' || key.curve === undefined)
        return 'x509: invalid ECDSA parameters';
      if (!GO_CURVES.has(key.curve)) return 'x509: unsupported elliptic curve';
      return key.keyBytes[0] === 4 ? null : 'ecdsa: invalid uncompressed public key';
    case 'Ed25519':
      return key.decodable ? null : 'x509: wrong Ed25519 public key size';
    case 'DSA':
      return key.decodable ? null : 'x509: invalid DSA public key';
    case 'RSA-PSS':
    case 'Ed448':
    case 'ML-DSA':
    case 'other':
      return null;
    default:
      return key.family satisfies never;
  }
}

/** Go `processExtensions` takes them in the order of the certificate. */
function extensionError({ rawExtensions, undecodableExtensions }: Certificate): string | null {
  for (const { oid, critical } of rawExtensions) {
    if (oid === '2.5.29.14' && critical)
      return 'x509: subject key identifier incorrectly marked critical';
    if (undecodableExtensions.includes(oid) && oid in EXTENSION_ERRORS)
      return EXTENSION_ERRORS[oid] ?? null;
  }
  return null;
}

function isNull(parameters: Uint8Array | undefined): boolean {
  return parameters?.length === 2 && parameters[0] === 5 && parameters[1] === 0;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
