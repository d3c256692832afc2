import { DerReader } from '../../pki/der/der-reader.ts';
import { tags } from '../../pki/der/tags.ts';
import { extensionOids } from '../../pki/extensions/extension-oids.ts';
import type { Certificate, KeyUsageBit, RawExtension } from '../../pki/types.ts';
import { checkAuthorityKeyId } from '../libcrypto/check-authority-key-id.ts';
import { cachedExtensions } from './cached-extensions.ts';

/** What BoringSSL derives from a certificate once (`crypto/x509/v3_purp.cc: x509v3_cache_extensions`). */
export interface BoringsslFlags {
  /** EXFLAG_INVALID: an extension is broken, stands twice or contradicts itself. */
  readonly invalid: boolean;
  /** EXFLAG_SI. */
  readonly selfIssued: boolean;
  /** EXFLAG_SS; the signature itself is not checked, the key usage is. */
  readonly selfSigned: boolean;
  /** EXFLAG_CRITICAL: a critical extension that BoringSSL does not handle. */
  readonly unhandledCritical: boolean;
}

/** Extensions whose duplication, broken value or trailing octets make the certificate invalid. */
const cached = new Set(cachedExtensions);

/** `X509_supported_extension`; unlike OpenSSL's without CRL distribution points and Netscape types. */
const supported = new Set<string>([
  extensionOids.keyUsage,
  extensionOids.subjectAltName,
  extensionOids.basicConstraints,
  extensionOids.certificatePolicies,
  extensionOids.extendedKeyUsage,
  extensionOids.policyConstraints,
  extensionOids.nameConstraints,
  extensionOids.policyMappings,
  extensionOids.inhibitAnyPolicy,
]);

const memory = new WeakMap<Certificate, BoringsslFlags>();

/** The flags of a certificate, computed once. */
export function boringsslFlags(certificate: Certificate): BoringsslFlags {
  const known = memory.get(certificate);
  if (known) return known;
  const selfIssued = certificate.subject.canonical === certificate.issuer.canonical;
  const flags: BoringsslFlags = {
    invalid: isInvalid(certificate),
    selfIssued,
    selfSigned:
      selfIssued &&
      checkAuthorityKeyId(certificate, certificate).length === 0 &&
      !rejectsKeyUsage(certificate, 'keyCertSign'),
    unhandledCritical: certificate.rawExtensions.some(
      ({ oid, critical }) => critical && !supported.has(oid),
    ),
  };
  memory.set(certificate, flags);
  return flags;
}

/** `ku_reject`: a keyUsage extension is there and lists none of `bits`. */
export function rejectsKeyUsage(
  { extensions: { keyUsage } }: Certificate,
  ...bits: readonly KeyUsageBit[]
): boolean {
  return keyUsage !== undefined && !keyUsage.some((bit) => bits.includes(bit));
}

function isInvalid(certificate: Certificate): boolean {
  const { extensions, duplicateExtensions, undecodableExtensions, rawExtensions } = certificate;
  const { ca = false, pathLength } = extensions.basicConstraints ?? {};
  return (
    duplicateExtensions.some((oid) => cached.has(oid)) ||
    undecodableExtensions.some((oid) => cached.has(oid)) ||
    rawExtensions.some((extension) => cached.has(extension.oid) && !isExact(extension)) ||
    (pathLength !== undefined && (pathLength < 0 || !ca))
  );
}

/** `X509V3_EXT_d2i` refuses octets behind the value, `c2i_ASN1_BIT_STRING` unused bits that are set. */
function isExact({ oid, value }: RawExtension): boolean {
  const reader = DerReader.over(value);
  const element = reader.next();
  if (!element || !reader.atEnd) return false;
  if (oid !== extensionOids.keyUsage || element.tag !== tags.bitString) return true;
  return hasClearPadding(reader.content(element));
}

/** Whether the unused bits of a BIT STRING's content are zero (X.690 §11.2.1). */
export function hasClearPadding(content: Uint8Array): boolean {
  const unused = content[0] ?? 0;
  return ((content[content.length - 1] ?? 0) & ((1 << unused) - 1)) === 0 || content.length === 1;
}
