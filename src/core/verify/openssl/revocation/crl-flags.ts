import { extensionOids } from '../../../pki/extensions/extension-oids.ts';
import type {
  CertificateRevocationList,
  GeneralName,
  RevokedCertificate,
} from '../../../pki/types.ts';

/** What OpenSSL derives from a CRL once (`crypto/x509/x_crl.c: crl_cb`). */
export interface CrlFlags {
  /** EXFLAG_CRITICAL: a critical extension of the list or of an entry that is not handled. */
  readonly unhandledCritical: boolean;
  /** IDP_INVALID: more than one of onlyContainsUserCerts, onlyContainsCACerts, onlyContainsAttributeCerts. */
  readonly contradictory: boolean;
  /** IDP_INDIRECT or IDP_REASONS: needs X509_V_FLAG_EXTENDED_CRL_SUPPORT, which nobody sets. */
  readonly extended: boolean;
  readonly entries: readonly CrlEntry[];
}

/** A revoked serial number with the issuer that it belongs to (`X509_REVOKED`). */
export interface CrlEntry {
  readonly serial: string;
  readonly removed: boolean;
  /** certificateIssuer, of this entry or of one before; absent for the CRL's own issuer. */
  readonly issuer?: readonly GeneralName[];
}

/** Critical extensions of a CRL that are handled. */
const handled = new Set<string>([
  extensionOids.issuingDistributionPoint,
  extensionOids.authorityKeyId,
  extensionOids.deltaCrlIndicator,
]);

const REMOVE_FROM_CRL = 8;

const memory = new WeakMap<CertificateRevocationList, CrlFlags>();

/** The flags of a CRL, computed once. */
export function crlFlags(crl: CertificateRevocationList): CrlFlags {
  const known = memory.get(crl);
  if (known) return known;
  const point = crl.extensions.issuingDistributionPoint;
  const only = [
    point?.onlyUserCertificates,
    point?.onlyCaCertificates,
    point?.onlyAttributeCertificates,
  ];
  const { entries, unhandledCritical } = readEntries(crl.revoked);
  const flags: CrlFlags = {
    unhandledCritical:
      unhandledCritical ||
      crl.rawExtensions.some(({ critical, oid }) => critical && !handled.has(oid)),
    contradictory: only.filter(Boolean).length > 1,
    extended: point?.indirect === true || point?.onlySomeReasons !== undefined,
    entries,
  };
  memory.set(crl, flags);
  return flags;
}

/** `crl_set_issuers`: an entry without certificateIssuer inherits it; a broken extension ends the walk. */
function readEntries(
  revoked: readonly RevokedCertificate[],
): Pick<CrlFlags, 'entries' | 'unhandledCritical'> {
  let issuer: readonly GeneralName[] | undefined;
  let unhandledCritical = false;
  let broken = false;
  const entries = revoked.map((entry): CrlEntry => {
    broken ||= isBroken(entry);
    if (broken) return { serial: entry.serial, removed: false };
    issuer = entry.certificateIssuer ?? issuer;
    unhandledCritical ||= entry.rawExtensions.some(
      ({ critical, oid }) => critical && oid !== extensionOids.certificateIssuer,
    );
    const removed = entry.reason === REMOVE_FROM_CRL;
    return { serial: entry.serial, removed, ...(issuer && { issuer }) };
  });
  return { entries, unhandledCritical };
}

function isBroken({ duplicateExtensions, undecodableExtensions }: RevokedCertificate): boolean {
  const read = [extensionOids.certificateIssuer, extensionOids.crlReason];
  return read.some(
    (oid) => duplicateExtensions.includes(oid) || undecodableExtensions.includes(oid),
  );
}
