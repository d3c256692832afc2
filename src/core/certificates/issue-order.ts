import {
  createRequest,
  issueCertificate,
  type CertificateSpec,
  type ExtendedKeyUsage,
  type RequestSpec,
} from '../pki/index.ts';
import { readSigner } from './read-signer.ts';
import { titleOfSubject } from './title-of-subject.ts';
import type { CertificateOrder, CertificateUse, IssuedItem } from './types.ts';
import { withIssuers } from './with-issuers.ts';

/**
 * Issues what an order asks for.
 *
 * @throws (rejects) as `issueCertificate`: an order with a problem ({@link orderProblems}), RSA without Web Crypto
 */
export async function issueOrder(order: CertificateOrder, crypto: Crypto): Promise<IssuedItem> {
  const { certificate, certificatePem, keyPem } = await issueCertificate(specOf(order), crypto);
  const chain = withIssuers(certificatePem, order.issuer);
  return {
    role: order.use,
    name: titleOfSubject(certificate),
    certificate: certificatePem,
    key: keyPem,
    ...(chain === null ? {} : { chain }),
  };
}

/** Makes a certificate request with what the order asks for; its issuer and dates are the signer's to decide. */
export async function requestOrder(order: CertificateOrder, crypto: Crypto): Promise<IssuedItem> {
  const { requestPem, keyPem } = await createRequest(requestOf(order), crypto);
  return { role: 'request', name: orderName(order), request: requestPem, key: keyPem };
}

/** What a person would call the certificate of an order. */
export function orderName({ commonName, dnsNames, uris, ipAddresses }: CertificateOrder): string {
  return (
    [commonName, ...dnsNames, ...uris, ...ipAddresses].find((name) => name !== '') ?? 'certificate'
  );
}

function specOf(order: CertificateOrder): CertificateSpec {
  const { notBefore, notAfter, issuer } = order;
  const times = { notBefore, notAfter };
  return issuer === null
    ? { ...requestOf(order), ...times }
    : { ...requestOf(order), ...times, issuer: readSigner(issuer) };
}

function requestOf(order: CertificateOrder): RequestSpec {
  const { use, commonName, organization, dnsNames, ipAddresses, uris, keyAlgorithm } = order;
  const eku = purposes(use);
  return {
    subject: {
      ...(commonName === '' ? {} : { commonName }),
      ...(organization === '' ? {} : { organization }),
    },
    ca: eku === null,
    // An intermediate signs leaves alone: what most root CAs grant.
    ...(use === 'intermediate' ? { pathLength: 0 } : {}),
    dnsNames,
    ipAddresses,
    uris,
    keyAlgorithm,
    ...(eku === null ? {} : { eku }),
  };
}

/** Null for CAs: a CA without extended key usage can sign for every purpose. */
function purposes(use: CertificateUse): readonly ExtendedKeyUsage[] | null {
  switch (use) {
    case 'ca':
    case 'intermediate':
      return null;
    case 'server':
      return ['serverAuth'];
    case 'client':
      return ['clientAuth'];
    case 'server-and-client':
      return ['serverAuth', 'clientAuth'];
    default:
      return use satisfies never;
  }
}
