import { decodePssParameters } from '../../src/core/pki/certificate-pss-parameters.ts';
import { signatureAlgorithm } from '../../src/core/pki/certificate-signature-algorithms.ts';
import { extensionOids } from '../../src/core/pki/extensions/extension-oids.ts';
import type { Certificate, CertificateRevocationList } from '../../src/core/pki/types.ts';
import type { ChainRequest, SignedObject } from '../../src/core/verify/types.ts';

const SHA2 = new Map([
  ['SHA-256', 32],
  ['SHA-384', 48],
  ['SHA-512', 64],
]);

const MAILBOX = /^[\w!#$%&'*+\-/=?^`{|}~.]+@[A-Za-z0-9.-]+$/;

const REMOVE_FROM_CRL = 8;

/**
 * What the distribution's BoringSSL, some years older than the one that is modelled, answers otherwise; null when there
 * is nothing of it in the case. Since then BoringSSL dropped proxy certificates, nsCertType, delta CRLs, removeFromCRL
 * and the certificateIssuer of CRL entries, and took to refusing entry extensions in CRLs of version 1, MD5, every PSS salt but the usual one and e-mail
 * addresses in odd letters under name constraints, to counting a self-issued leaf, and to passing over distribution points
 * for some reasons only.
 */
export function olderBoringssl({ peerChain, anchors, crls = [] }: ChainRequest): string | null {
  const certificates = [...peerChain, ...anchors];
  const has = (oid: string): boolean =>
    certificates.some(({ rawExtensions }) => rawExtensions.some((found) => found.oid === oid));
  if (has(extensionOids.proxyCertInfo)) return 'proxy certificates';
  if (has(extensionOids.nsCertType)) return 'nsCertType';
  if (certificates.some(hasNoTime)) return 'a date that is none';
  if (countsPathLengthOtherwise(peerChain[0], certificates)) {
    return 'a self-issued leaf under a path length';
  }
  if (certificates.some(hasPointForReasons)) return 'a distribution point for some reasons';
  if (has(extensionOids.nameConstraints) && certificates.some(hasOddMailbox)) {
    return 'an e-mail address in odd letters under name constraints';
  }
  if ([...certificates, ...crls].some(hasUnusualDigest)) return 'MD5 or PSS with an unusual salt';
  return crls.some(isOddList) ? 'a delta CRL, an odd CRL entry or a broken CRL' : null;
}

/** It asked for lists of all reasons together (`x509_vfy.c`: `check_cert`). */
function hasPointForReasons({ extensions }: Certificate): boolean {
  return (extensions.crlDistributionPoints ?? []).some(({ reasons }) => reasons !== undefined);
}

/** It compared whatever stands on the sides of the `@` (`v3_ncons.c`: `nc_email`). */
function hasOddMailbox({ extensions }: Certificate): boolean {
  return (extensions.subjectAltNames ?? []).some(
    ({ kind, value }) => kind === 'email' && !MAILBOX.test(value),
  );
}

function isOddList(crl: CertificateRevocationList): boolean {
  const { version, extensions, revoked, duplicateExtensions, undecodableExtensions } = crl;
  return (
    (version === 1 && revoked.some(({ rawExtensions }) => rawExtensions.length > 0)) ||
    extensions.baseCrlNumber !== undefined ||
    duplicateExtensions.length + undecodableExtensions.length > 0 ||
    revoked.some(
      ({ reason, rawExtensions }) =>
        reason === REMOVE_FROM_CRL ||
        rawExtensions.some(({ oid }) => oid === extensionOids.certificateIssuer),
    )
  );
}

/** It loaded what is no time and failed later. */
function hasNoTime({ notBefore, notAfter }: Certificate): boolean {
  return notBefore.epoch === null || notAfter.epoch === null;
}

/** It left a self-issued leaf out of the count. */
function countsPathLengthOtherwise(
  leaf: Certificate | undefined,
  certificates: readonly Certificate[],
): boolean {
  return (
    leaf?.subject.canonical === leaf?.issuer.canonical &&
    certificates.some(({ extensions }) => extensions.basicConstraints?.pathLength !== undefined)
  );
}

function hasUnusualDigest(signed: SignedObject): boolean {
  const algorithm = signatureAlgorithm(signed.signatureAlgorithm.oid);
  if (algorithm?.key !== 'RSA-PSS') return algorithm?.digest === 'MD5';
  const parameters = decodePssParameters(signed.signatureAlgorithm.parameters);
  return parameters?.saltLength !== SHA2.get(parameters?.digest ?? '');
}
