import { tags } from '../der/tags.ts';
import { encodeDer } from '../der-write.ts';
import { extensionOids } from '../extensions/extension-oids.ts';
import type { Certificate, RawExtension } from '../types.ts';
import { issueCertificate } from './issue-certificate.ts';
import { renewedValidity } from './renewed-validity.ts';
import type { CertificateSpec, IssuedCertificate, KeyAlgorithm } from './types.ts';

/** What to issue again, and with what. Times are milliseconds since the epoch. */
export interface ReissueRequest {
  readonly certificate: Certificate;
  /** The CA that signs, or absent for a certificate that signs itself. */
  readonly issuer?: CertificateSpec['issuer'];
  /** The key to keep: PEM; absent for a new one. */
  readonly key?: string;
  /** Kind of a new key. */
  readonly keyAlgorithm: KeyAlgorithm;
  /** Written as subject alternative names when the certificate has none. */
  readonly dnsNames?: readonly string[];
  readonly now: number;
}

/** `dNSName [2]` of a GeneralName. */
const DNS_NAME = 0x82;

/** Written by the issuer for one certificate alone: identifiers, and where its revocation is told. */
const ofIssuer: ReadonlySet<string> = new Set([
  extensionOids.subjectKeyId,
  extensionOids.authorityKeyId,
  extensionOids.crlDistributionPoints,
  extensionOids.freshestCrl,
  extensionOids.authorityInfoAccess,
  // Signed certificate timestamps (RFC 6962 §3.3).
  '1.3.6.1.4.1.11129.2.4.2',
]);

/**
 * Issues a certificate again: subject and extensions as they are, octet for octet, with `dnsNames` where it had no names,
 * for as long as before, from the day before `now` and not beyond its issuer. Serial and signature are new; with a new
 * key its identifier too.
 *
 * @throws (rejects) as `issueCertificate` does
 */
export function reissueCertificate(
  { certificate, issuer, key, keyAlgorithm, dnsNames, now }: ReissueRequest,
  crypto: Crypto,
): Promise<IssuedCertificate> {
  const { notBefore: from, notAfter: to, subject, rawExtensions, extensions } = certificate;
  const { notBefore, notAfter } = renewedValidity(
    { from: from.epoch, to: to.epoch },
    issuer?.certificate.notAfter.epoch ?? null,
    now,
  );
  return issueCertificate(
    {
      subject: {},
      subjectDer: subject.der,
      ca: extensions.basicConstraints?.ca === true,
      extensions: [
        ...rawExtensions.filter(({ oid }) => !ofIssuer.has(oid)),
        ...(extensions.subjectAltNames === undefined ? namesOf(dnsNames ?? []) : []),
      ],
      notBefore,
      notAfter,
      keyAlgorithm,
      ...(issuer === undefined ? {} : { issuer }),
      former: certificate,
      ...(key === undefined ? {} : { key }),
    },
    crypto,
  );
}

/** RFC 5280 §4.2.1.6, not critical beside a subject. */
function namesOf(dnsNames: readonly string[]): readonly RawExtension[] {
  if (dnsNames.length === 0) return [];
  const names = dnsNames.map((name) => encodeDer(DNS_NAME, new TextEncoder().encode(name)));
  const value = encodeDer(tags.sequence, ...names);
  return [{ oid: extensionOids.subjectAltName, critical: false, value }];
}
