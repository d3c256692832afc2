import { extensionOids } from '../../pki/extensions/extension-oids.ts';
import type { CertificateRevocationList } from '../../pki/types.ts';

const handled = new Set<string>([
  extensionOids.issuingDistributionPoint,
  extensionOids.authorityKeyId,
]);

/**
 * Whether BoringSSL loads a CRL (`x_crl.cc: crl_cb`): versions 1 and 2, extensions in version 2 only, and the two that
 * it reads once and sound. A file with one that does not load is refused as a whole.
 */
export function loadsCrl(crl: CertificateRevocationList): boolean {
  const { version, rawExtensions, revoked, duplicateExtensions, undecodableExtensions } = crl;
  const hasExtensions =
    rawExtensions.length > 0 || revoked.some((entry) => entry.rawExtensions.length > 0);
  if (version !== 2 && (version !== 1 || hasExtensions)) return false;
  return ![...duplicateExtensions, ...undecodableExtensions].some((oid) => handled.has(oid));
}

/** EXFLAG_CRITICAL: a critical extension of the list that is not handled, or any critical one of an entry. */
export function hasUnhandledCritical({
  rawExtensions,
  revoked,
}: CertificateRevocationList): boolean {
  return (
    rawExtensions.some(({ critical, oid }) => critical && !handled.has(oid)) ||
    revoked.some((entry) => entry.rawExtensions.some(({ critical }) => critical))
  );
}

/** Contradictory, indirect or for some reasons only: such a CRL is passed over (`get_crl_score`). */
export function isPassedOver({ extensions }: CertificateRevocationList): boolean {
  const point = extensions.issuingDistributionPoint;
  if (!point) return false;
  const { onlyUserCertificates, onlyCaCertificates, onlyAttributeCertificates } = point;
  const only = [onlyUserCertificates, onlyCaCertificates, onlyAttributeCertificates];
  return only.filter(Boolean).length > 1 || point.indirect || point.onlySomeReasons !== undefined;
}
