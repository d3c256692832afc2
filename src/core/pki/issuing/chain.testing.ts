import { webcrypto } from 'node:crypto';
import type { Certificate } from '../types.ts';
import { issueCertificate } from './issue-certificate.ts';
import type { CertificateSpec, IssuedCertificate } from './types.ts';

/** Web Crypto for tests, where core takes it as an argument. */
export const testCrypto: Crypto = webcrypto as unknown as Crypto;

/** 1 Jan 2026 00:00 UTC: certificates of tests begin here unless they say otherwise. */
export const TEST_START = Date.UTC(2026, 0, 1);

const DAY = 86_400_000;

type Overrides = Partial<Omit<CertificateSpec, 'issuer' | 'subject'>>;

/** A CA for tests: EC P-256, ten years from {@link TEST_START}; self-signed without `issuer`. */
export function makeCa(
  name = 'Test CA',
  issuer?: IssuedCertificate,
  overrides: Overrides = {},
): Promise<IssuedCertificate> {
  return issueCertificate(
    {
      subject: { organization: 'Test', commonName: name },
      ca: true,
      notBefore: TEST_START,
      notAfter: TEST_START + 3650 * DAY,
      keyAlgorithm: 'EC P-256',
      ...signedBy(issuer),
      ...overrides,
    },
    testCrypto,
  );
}

/** A leaf for tests: EC P-256, one year, for both TLS purposes, the name as common name and DNS name. */
export function makeLeaf(
  name: string,
  issuer?: IssuedCertificate,
  overrides: Overrides = {},
): Promise<IssuedCertificate> {
  return issueCertificate(
    {
      subject: { commonName: name },
      ca: false,
      dnsNames: [name],
      eku: ['serverAuth', 'clientAuth'],
      notBefore: TEST_START,
      notAfter: TEST_START + 365 * DAY,
      keyAlgorithm: 'EC P-256',
      ...signedBy(issuer),
      ...overrides,
    },
    testCrypto,
  );
}

function signedBy(
  issuer: IssuedCertificate | undefined,
): { issuer: { certificate: Certificate; key: string } } | Record<string, never> {
  if (issuer === undefined) return {};
  return { issuer: { certificate: issuer.certificate, key: issuer.keyPem } };
}
