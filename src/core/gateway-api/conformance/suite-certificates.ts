import { issueCertificate } from '../../pki/issuing/issue-certificate.ts';
import type { CertificateSpec, IssuedCertificate } from '../../pki/issuing/types.ts';

/** Certificates that the conformance suite makes before it applies its manifests. */
export interface SuiteCertificates {
  readonly ca: IssuedCertificate;
  /** Another CA with the same subject. */
  readonly otherCa: IssuedCertificate;
  readonly backend: IssuedCertificate;
  readonly client: IssuedCertificate;
  readonly passthrough: IssuedCertificate;
  readonly terminate: IssuedCertificate;
  readonly listener: IssuedCertificate;
}

/** Both CAs of the suite carry this one. */
const SERIAL = Uint8Array.of(0x07, 0xe8);

/**
 * Issues what conformance/utils/kubernetes/certificate.go issues: names, usages and signers are the suite's; keys
 * are EC instead of RSA, which no condition looks at.
 *
 * @param notBefore milliseconds since the epoch; everything is valid for a year
 */
export async function suiteCertificates(
  crypto: Crypto,
  notBefore: number,
): Promise<SuiteCertificates> {
  const validity = { notBefore, notAfter: notBefore + 365 * 24 * 3600 * 1000 };
  const issue = (spec: Partial<CertificateSpec>): Promise<IssuedCertificate> =>
    issueCertificate(
      { subject: {}, ca: false, keyAlgorithm: 'EC P-256', ...validity, ...spec },
      crypto,
    );
  const authority = { subject: { commonName: 'gatewayapi' }, ca: true, serial: SERIAL } as const;
  const ca = await issue(authority);
  const issuer = { certificate: ca.certificate, key: ca.keyPem };
  const server = (...dnsNames: readonly string[]): Partial<CertificateSpec> => ({
    subject: { commonName: 'default' },
    issuer,
    dnsNames,
    eku: ['serverAuth'],
  });
  return {
    ca,
    otherCa: await issue(authority),
    backend: await issue({
      ...server('abc.example.com', 'other.example.com'),
      uris: ['spiffe://abc.example.com/test-identity'],
    }),
    client: await issue({ subject: { commonName: 'default' }, issuer, eku: ['clientAuth'] }),
    passthrough: await issue(server('abc.example.com')),
    terminate: await issue(server('tls.example.com')),
    listener: await issue({
      subject: { commonName: 'default' },
      dnsNames: ['*', '*.org', '*.wildcard.org'],
      eku: ['serverAuth'],
    }),
  };
}
