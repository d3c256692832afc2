import type { Certificate } from '../../pki/types.ts';

/** RFC 5280 §4.1.1.2: the algorithm beside the TBS is the one inside (`X509_ALGOR_cmp`). */
export function sameAlgorithm({
  signatureAlgorithm,
  tbsSignatureAlgorithm,
}: Pick<Certificate, 'signatureAlgorithm' | 'tbsSignatureAlgorithm'>): boolean {
  const [a, b] = [signatureAlgorithm.der, tbsSignatureAlgorithm.der];
  return a.length === b.length && a.every((octet, index) => octet === b[index]);
}
