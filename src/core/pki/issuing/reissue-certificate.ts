import type { Certificate } from '../types.ts';
import { carriedOver } from './carried-over.ts';
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

/**
 * Issues a certificate again: subject and extensions as they are ({@link carriedOver}),
 * for as long as before, from the day before `now` and not beyond its issuer. Serial and signature are new; with a new
 * key its identifier too.
 *
 * @throws (rejects) as `issueCertificate` does
 */
export function reissueCertificate(
  { certificate, issuer, key, keyAlgorithm, dnsNames, now }: ReissueRequest,
  crypto: Crypto,
): Promise<IssuedCertificate> {
  const { notBefore: from, notAfter: to } = certificate;
  const { notBefore, notAfter } = renewedValidity(
    { from: from.epoch, to: to.epoch },
    issuer?.certificate.notAfter.epoch ?? null,
    now,
  );
  return issueCertificate(
    {
      ...carriedOver(certificate, dnsNames ?? []),
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
