import type { Certificate, GeneralName } from '../pki/index.ts';
import { requestOrder } from './issue-order.ts';
import type { CertificateUse, IssuedItem, RenewalOrder } from './types.ts';

/** A request for a certificate with the names of `old` and a new key, for whoever signs. */
export function requestAgain(
  { subject, extensions }: Certificate,
  use: CertificateUse,
  { keyAlgorithm, dnsNames, now }: RenewalOrder,
  crypto: Crypto,
): Promise<IssuedItem> {
  const attribute = (short: string): string =>
    subject.attributes.find((one) => one.short === short)?.value ?? '';
  const names = (kind: GeneralName['kind']): readonly string[] =>
    (extensions.subjectAltNames ?? []).flatMap((name) => (name.kind === kind ? [name.value] : []));
  return requestOrder(
    {
      use,
      commonName: attribute('CN'),
      organization: attribute('O'),
      dnsNames: [...names('dns'), ...dnsNames],
      ipAddresses: names('ip'),
      uris: names('uri'),
      keyAlgorithm,
      notBefore: now,
      notAfter: now,
      issuer: null,
    },
    crypto,
  );
}
