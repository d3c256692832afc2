import type { Certificate, CertificateRevocationList } from '../../pki/types.ts';
import { isSamePointName, pointName } from '../libcrypto/point-name.ts';

/**
 * Whether a CRL is about that kind of certificate and one of its distribution points (`x509_vfy.cc:
 * crl_crldp_check`). Points with reasons or a cRLIssuer do not count, a CRL without a point of its own is about all.
 * A relative name in the CRL's own point matches nothing.
 */
export function coversCertificate(
  crl: CertificateRevocationList,
  certificate: Certificate,
): boolean {
  const issuing = crl.extensions.issuingDistributionPoint;
  const isCa = certificate.extensions.basicConstraints?.ca === true;
  if (issuing?.onlyAttributeCertificates === true) return false;
  if (isCa ? issuing?.onlyUserCertificates : issuing?.onlyCaCertificates) return false;
  const listed = issuing?.name;
  if (!listed) return true;
  const wanted = { full: listed.fullName };
  return (certificate.extensions.crlDistributionPoints ?? []).some((point) => {
    if (point.reasons !== undefined || point.issuer !== undefined) return false;
    if (!point.name) return true;
    return isSamePointName(pointName(point.name, certificate.issuer.canonical), wanted);
  });
}
