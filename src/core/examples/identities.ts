import {
  issueCertificate,
  type CertificateSpec,
  type IssuedCertificate,
  type SubjectName,
} from '../pki/index.ts';
import { CATALOG_HOST, CATALOG_NAMES } from './names.ts';
import type { BrokenTwinId, ExampleContext } from './types.ts';

/** Certificates and keys of one example as PEM text. Fresh at every opening; the keys are secret. */
export interface Identities {
  /** What the catalog service presents, leaf first. */
  readonly serverChain: string;
  readonly serverKey: string;
  /** What the gateway trusts for it. */
  readonly serverCa: string;
  /** What the gateway presents. */
  readonly clientChain: string;
  readonly clientKey: string;
  /** What the catalog service trusts for it. */
  readonly clientCa: string;
}

const DAY = 86_400_000;
const YEAR = 365 * DAY;

type LeafSpec = Pick<CertificateSpec, 'subject' | 'eku' | 'dnsNames' | 'notBefore' | 'notAfter'>;

/**
 * Issues two small hierarchies with EC P-256 keys: services (root, intermediate, leaf) and gateways (root,
 * leaf). CAs hold for ten years, two of them past; leaves for one year from yesterday.
 *
 * @param fault what to break in the certificates; faults of the manifests change nothing here
 */
export async function issueIdentities(
  { now, crypto }: ExampleContext,
  fault: BrokenTwinId | null,
): Promise<Identities> {
  const issue = new Issuer(now, crypto);
  const root = await issue.ca('Shop Services Root CA');
  const intermediate = await issue.ca('Shop Services Issuing CA', root);
  const server = await issue.leaf(serverSpec(now, fault), intermediate);
  const gatewayRoot = await issue.ca('Shop Gateways CA');
  const client = await issue.leaf(
    { subject: shop('storefront'), eku: ['clientAuth'], ...currentYear(now) },
    gatewayRoot,
  );
  const serverCa = fault === 'wrong-ca' ? await issue.ca('Shop Payments Root CA') : root;
  const clientCa =
    fault === 'client-cert-not-trusted' ? await issue.ca('Shop Partners CA') : gatewayRoot;
  const rest = fault === 'missing-intermediate' ? '' : intermediate.certificatePem;
  return {
    serverChain: server.certificatePem + rest,
    serverKey: server.keyPem,
    serverCa: serverCa.certificatePem,
    clientChain: client.certificatePem,
    clientKey: client.keyPem,
    clientCa: clientCa.certificatePem,
  };
}

function serverSpec(now: number, fault: BrokenTwinId | null): LeafSpec {
  const validity =
    fault === 'expired'
      ? { notBefore: now - 30 * DAY - YEAR, notAfter: now - 30 * DAY }
      : currentYear(now);
  if (fault === 'no-san') return { subject: shop('catalog'), eku: ['serverAuth'], ...validity };
  const names = { subject: shop(CATALOG_HOST), dnsNames: CATALOG_NAMES };
  return { ...names, eku: ['serverAuth'], ...validity };
}

function currentYear(now: number): { notBefore: number; notAfter: number } {
  return { notBefore: now - DAY, notAfter: now - DAY + YEAR };
}

function shop(commonName: string): SubjectName {
  return { organization: 'Example Shop', commonName };
}

class Issuer {
  private readonly now: number;
  private readonly crypto: Crypto;

  constructor(now: number, crypto: Crypto) {
    this.now = now;
    this.crypto = crypto;
  }

  ca(commonName: string, issuer?: IssuedCertificate): Promise<IssuedCertificate> {
    const validity = { notBefore: this.now - 2 * YEAR, notAfter: this.now + 8 * YEAR };
    return this.issue({ subject: shop(commonName), ca: true, ...validity }, issuer);
  }

  leaf(spec: LeafSpec, issuer: IssuedCertificate): Promise<IssuedCertificate> {
    return this.issue({ ...spec, ca: false }, issuer);
  }

  private issue(
    spec: Omit<CertificateSpec, 'keyAlgorithm' | 'issuer'>,
    issuer: IssuedCertificate | undefined,
  ): Promise<IssuedCertificate> {
    const signer =
      issuer === undefined
        ? {}
        : { issuer: { certificate: issuer.certificate, key: issuer.keyPem } };
    return issueCertificate({ ...spec, ...signer, keyAlgorithm: 'EC P-256' }, this.crypto);
  }
}
