import type {
  Certificate,
  CertificateRevocationList,
  DistributionPoint,
  DistributionPointName,
  GeneralName,
} from '../../../pki/types.ts';

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
  for (const point of certificate.extensions.crlDistributionPoints ?? []) {
    if (!isIssuedBy(point, crl)) continue;
    if (!issuing || isSameName(named(point, certificate), namedByCrl(crl))) {
      return (point.reasons ?? ALL_REASONS) & ALL_REASONS;
    }
  }
  return issuing?.name === undefined ? ALL_REASONS : null;
}

/** `crldp_check_crlissuer`. */
function isIssuedBy({ issuer }: DistributionPoint, crl: CertificateRevocationList): boolean {
  return issuer === undefined || directoryNames(issuer).includes(crl.issuer.canonical);
}

/** A DistributionPointName: general names, or one whole directory name in canonical form. */
type PointName = { readonly full: readonly GeneralName[] } | { readonly directory: string };

/** `v3_purp.c: setup_dp`: a relative name stands behind cRLIssuer's, else the certificate issuer's. */
function named({ name, issuer }: DistributionPoint, certificate: Certificate): PointName | null {
  const base = directoryNames(issuer ?? [])[0] ?? certificate.issuer.canonical;
  return name ? pointName(name, base) : null;
}

function namedByCrl({ extensions, issuer }: CertificateRevocationList): PointName | null {
  const name = extensions.issuingDistributionPoint?.name;
  return name ? pointName(name, issuer.canonical) : null;
}

function pointName({ fullName, relativeName }: DistributionPointName, base: string): PointName {
  return relativeName === undefined ? { full: fullName } : { directory: base + relativeName };
}

/** `idp_check_dp`: a missing name matches all; else one name of theirs has to be one of ours. */
function isSameName(a: PointName | null, b: PointName | null): boolean {
  if (!a || !b) return true;
  if ('directory' in a) {
    return 'directory' in b
      ? a.directory === b.directory
      : directoryNames(b.full).includes(a.directory);
  }
  if ('directory' in b) return directoryNames(a.full).includes(b.directory);
  return a.full.some((one) => b.full.some((other) => isSameGeneralName(one, other)));
}

function directoryNames(names: readonly GeneralName[]): readonly string[] {
  return names.flatMap((name) => (name.kind === 'directory' ? [name.name.canonical] : []));
}

/** `GENERAL_NAME_cmp`: octet by octet, directory names in canonical form. */
function isSameGeneralName(a: GeneralName, b: GeneralName): boolean {
  if (a.kind === 'directory' && b.kind === 'directory') {
    return a.name.canonical === b.name.canonical;
  }
  if (a.kind === 'other' && b.kind === 'other' && a.oid !== b.oid) return false;
  return (
    a.kind === b.kind &&
    a.raw.length === b.raw.length &&
    a.raw.every((octet, index) => octet === b.raw[index])
  );
}
