import { privateKeyWrapping, sniffDer, type DerKind } from './sniff-der.ts';

const labels: Record<Exclude<DerKind, 'private-key' | 'pkcs12'>, string> = {
  certificate: 'CERTIFICATE',
  'encrypted-key': 'ENCRYPTED PRIVATE KEY',
  csr: 'CERTIFICATE REQUEST',
  crl: 'X509 CRL',
  pkcs7: 'PKCS7',
};

/** The PEM label that goes with a DER structure (RFC 7468), or null when there is none. */
export function pemLabelOf(der: Uint8Array): string | null {
  const kind = sniffDer(der);
  if (kind === null || kind === 'pkcs12') return null;
  if (kind !== 'private-key') return labels[kind];
  const wrapping = privateKeyWrapping(der);
  if (wrapping === 'pkcs1') return 'RSA PRIVATE KEY';
  return wrapping === 'sec1' ? 'EC PRIVATE KEY' : 'PRIVATE KEY';
}
