import { extensionOids } from '../../pki/extensions/extension-oids.ts';
import type { Certificate } from '../../pki/types.ts';
import { checkAuthorityKeyId } from '../libcrypto/check-authority-key-id.ts';
import { checkSignatureAlgorithm } from './check-signature-algorithm.ts';

/** What OpenSSL derives from a certificate once (`crypto/x509/v3_purp.c: ossl_x509v3_cache_extensions`). */
export interface CertificateFlags {
  /** EXFLAG_INVALID: an extension is broken, stands twice or contradicts itself. */
  readonly invalid: boolean;
  /** EXFLAG_SI. */
  readonly selfIssued: boolean;
  /** EXFLAG_SS; the signature itself is not checked. */
  readonly selfSigned: boolean;
  /** EXFLAG_CRITICAL: a critical extension that OpenSSL does not handle. */
  readonly unhandledCritical: boolean;
  /** OIDs of the critical extensions before the first unhandled one, where OpenSSL stops noting them. */
  readonly notedCritical: ReadonlySet<string>;
  /** EXFLAG_PROXY. */
  readonly proxy: boolean;
}

/** Extensions whose duplication or broken value makes the certificate invalid. */
const cached = new Set<string>([
  extensionOids.basicConstraints,
  extensionOids.keyUsage,
  extensionOids.extendedKeyUsage,
  extensionOids.nsCertType,
  extensionOids.subjectKeyId,
  extensionOids.authorityKeyId,
  extensionOids.subjectAltName,
  extensionOids.nameConstraints,
  extensionOids.crlDistributionPoints,
  extensionOids.proxyCertInfo,
  extensionOids.rfc3779Addresses,
  extensionOids.rfc3779AsNumbers,
]);

/** `X509_supported_extension`: the critical ones that are handled. */
const supported = new Set<string>([
  extensionOids.nsCertType,
  extensionOids.keyUsage,
  extensionOids.subjectAltName,
  extensionOids.basicConstraints,
  extensionOids.certificatePolicies,
  extensionOids.crlDistributionPoints,
  extensionOids.extendedKeyUsage,
  extensionOids.rfc3779Addresses,
  extensionOids.rfc3779AsNumbers,
  extensionOids.ocspNoCheck,
  extensionOids.policyConstraints,
  extensionOids.proxyCertInfo,
  extensionOids.nameConstraints,
  extensionOids.policyMappings,
  extensionOids.inhibitAnyPolicy,
]);

const memory = new WeakMap<Certificate, CertificateFlags>();

/** The flags of a certificate, computed once. */
export function certificateFlags(certificate: Certificate): CertificateFlags {
  const known = memory.get(certificate);
  if (known) return known;
  const critical = certificate.rawExtensions.filter((extension) => extension.critical);
  const unhandled = critical.findIndex(({ oid }) => !supported.has(oid));
  const noted = unhandled < 0 ? critical : critical.slice(0, unhandled);
  const selfIssued = certificate.subject.canonical === certificate.issuer.canonical;
  const flags: CertificateFlags = {
    invalid: isInvalid(certificate),
    selfIssued,
    selfSigned:
      selfIssued &&
      checkAuthorityKeyId(certificate, certificate).length === 0 &&
      checkSignatureAlgorithm(certificate, certificate) === null,
    unhandledCritical: unhandled >= 0,
    notedCritical: new Set(noted.map(({ oid }) => oid)),
    proxy: certificate.extensions.proxyCertificate !== undefined,
  };
  memory.set(certificate, flags);
  return flags;
}

function isInvalid(certificate: Certificate): boolean {
  const { extensions, duplicateExtensions, undecodableExtensions } = certificate;
  return (
    duplicateExtensions.some((oid) => cached.has(oid)) ||
    undecodableExtensions.some((oid) => cached.has(oid)) ||
    (extensions.basicConstraints?.pathLength ?? 0) < 0 ||
    extensions.keyUsage?.length === 0 ||
    (extensions.crlDistributionPoints ?? []).some((point) => !point.hasName && !point.hasIssuer) ||
    isContradictoryProxy(certificate)
  );
}

/** A proxy certificate may not be a CA or carry alternative names. */
function isContradictoryProxy({ extensions, rawExtensions }: Certificate): boolean {
  if (!extensions.proxyCertificate) return false;
  return (
    extensions.basicConstraints?.ca === true ||
    rawExtensions.some(
      ({ oid }) => oid === extensionOids.subjectAltName || oid === extensionOids.issuerAltName,
    )
  );
}
