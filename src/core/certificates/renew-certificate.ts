import {
  isSelfIssued,
  issueCertificate,
  reissueCertificate,
  type Certificate,
} from '../pki/index.ts';
import { firstCertificate, readSigner } from './read-signer.ts';
import { titleOfIssuer, titleOfSubject } from './title-of-subject.ts';
import { requestAgain } from './request-again.ts';
import type { CertificateUse, IssuedItem, RenewalOrder, SigningPair } from './types.ts';
import { withIssuers } from './with-issuers.ts';

const DAY = 86_400_000;
const CA_DAYS = 3650;

/**
 * Issues a certificate again, names and extensions kept; with `new-ca` its new CA first, with `nobody` a request alone.
 *
 * @returns the new CA, if one was made, and the certificate
 * @throws (rejects) as `issueCertificate`, and when the texts hold no certificate
 */
export async function renewCertificate(
  order: RenewalOrder,
  crypto: Crypto,
): Promise<readonly IssuedItem[]> {
  const old = firstCertificate(order.certificate);
  if (order.issuer === 'nobody') return [await requestAgain(old, order, crypto)];
  const made = order.issuer === 'new-ca' ? await successor(old, order, crypto) : null;
  const signer = made?.pair ?? (typeof order.issuer === 'string' ? null : order.issuer);
  const { certificatePem, certificate, keyPem } = await reissueCertificate(
    {
      certificate: old,
      keyAlgorithm: order.keyAlgorithm,
      now: order.now,
      dnsNames: order.dnsNames,
      ...(signer === null ? {} : { issuer: readSigner(signer) }),
      ...(order.key === undefined ? {} : { key: order.key }),
    },
    crypto,
  );
  const chain = withIssuers(certificatePem, signer);
  const renewed: IssuedItem = {
    role: useOf(certificate),
    name: titleOfSubject(certificate),
    certificate: certificatePem,
    ...(chain === null ? {} : { chain }),
    ...(order.key === undefined ? { key: keyPem } : {}),
  };
  return made === null ? [renewed] : [made.item, renewed];
}

/** A CA with the name of the one that signed the certificate, and a key of its own. */
async function successor(
  old: Certificate,
  { now, keyAlgorithm }: RenewalOrder,
  crypto: Crypto,
): Promise<{ readonly item: IssuedItem; readonly pair: SigningPair }> {
  const { certificatePem, keyPem } = await issueCertificate(
    {
      subject: {},
      subjectDer: old.issuer.der,
      ca: true,
      keyAlgorithm,
      notBefore: now - DAY,
      notAfter: now + CA_DAYS * DAY,
    },
    crypto,
  );
  return {
    item: { role: 'ca', name: titleOfIssuer(old), certificate: certificatePem, key: keyPem },
    pair: { certificate: certificatePem, key: keyPem },
  };
}

const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';

/** What a certificate is for, as its own extensions say. */
function useOf(certificate: Certificate): CertificateUse {
  const { extensions } = certificate;
  if (extensions.basicConstraints?.ca === true)
    return isSelfIssued(certificate) ? 'ca' : 'intermediate';
  const usages = extensions.extendedKeyUsage;
  if (usages === undefined) return 'server-and-client';
  const server = usages.includes(SERVER_AUTH);
  const client = usages.includes(CLIENT_AUTH);
  if (server === client) return 'server-and-client';
  return server ? 'server' : 'client';
}
