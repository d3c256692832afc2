import { carriedOver, createRequest, type Certificate } from '../pki/index.ts';
import { titleOfSubject } from './title-of-subject.ts';
import type { IssuedItem, RenewalOrder } from './types.ts';

/** A request for a certificate with subject, names and purposes of `old` and a new key, for whoever signs. */
export async function requestAgain(
  old: Certificate,
  { keyAlgorithm, dnsNames }: RenewalOrder,
  crypto: Crypto,
): Promise<IssuedItem> {
  const asked = { ...carriedOver(old, dnsNames), keyAlgorithm };
  const { requestPem, keyPem } = await createRequest(asked, crypto);
  return { role: 'request', name: titleOfSubject(old), request: requestPem, key: keyPem };
}
