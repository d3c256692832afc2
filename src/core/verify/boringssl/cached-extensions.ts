import { extensionOids } from '../../pki/extensions/extension-oids.ts';

/** Extensions that BoringSSL reads once a certificate, in its order (`v3_purp.cc: x509v3_cache_extensions`). */
export const cachedExtensions: readonly string[] = [
  extensionOids.basicConstraints,
  extensionOids.keyUsage,
  extensionOids.extendedKeyUsage,
  extensionOids.subjectKeyId,
  extensionOids.authorityKeyId,
  extensionOids.subjectAltName,
  extensionOids.nameConstraints,
  extensionOids.crlDistributionPoints,
];
