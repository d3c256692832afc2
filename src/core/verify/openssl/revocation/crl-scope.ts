import type {
  Certificate,
  CertificateRevocationList,
  DistributionPoint,
} from '../../../pki/types.ts';
import {
  directoryNames,
  isSamePointName,
  pointName,
  type PointName,
} from '../../libcrypto/point-name.ts';

/** CRLDP_ALL_REASONS. */
export const ALL_REASONS = 0x807f;

/**
 * The revocation reasons for which `crl` answers for `certificate`, as ReasonFlags, or `null` when the certificate is
 * out of its scope (`x509_vfy.c: crl_crldp_check`): kind of certificate, distribution points, cRLIssuer. The CRL's
 * issuer is known to be the certificate's.
 */
export function reasonsCovered(
  certificate: Certificate,
  crl: CertificateRevocationList,
): number | null {
  const issuing = crl.extensions.issuingDistributionPoint;
  const isCa = certificate.extensions.basicConstraints?.ca === true;
  if (issuing?.onlyAttributeCertificates === true) return null;
  if (isCa ? issuing?.onlyUserCertificates : issuing?.onlyCaCertificates) return null;
  let broken = false;
  for (const point of certificate.extensions.crlDistributionPoints ?? []) {
    // `setup_crldp` stops at a point without name and issuer: it and those behind it answer for no reason.
    broken ||= !point.hasName && !point.hasIssuer;
    if (!isIssuedBy(point, crl)) continue;
    if (!issuing || isSamePointName(named(point, certificate), namedByCrl(crl))) {
      return broken ? 0 : (point.reasons ?? ALL_REASONS) & ALL_REASONS;
    }
  }
  return issuing?.name === undefined ? ALL_REASONS : null;
}

/** `crldp_check_crlissuer`. */
function isIssuedBy({ issuer }: DistributionPoint, crl: CertificateRevocationList): boolean {
  return issuer === undefined || directoryNames(issuer).includes(crl.issuer.canonical);
}

/** `v3_purp.c: setup_dp`: a relative name stands behind cRLIssuer's, else the certificate issuer's. */
function named({ name, issuer }: DistributionPoint, certificate: Certificate): PointName | null {
  const base = directoryNames(issuer ?? [])[0] ?? certificate.issuer.canonical;
  return name ? pointName(name, base) : null;
}

function namedByCrl({ extensions, issuer }: CertificateRevocationList): PointName | null {
  const name = extensions.issuingDistributionPoint?.name;
  return name ? pointName(name, issuer.canonical) : null;
}
