import { decodeCertificate } from '../../core/pki/certificate.ts';
import { decodeCrl } from '../../core/pki/crl.ts';
import type { Certificate, CertificateRevocationList } from '../../core/pki/types.ts';
import { readPemStream } from '../../core/verify/loading/pem-stream.ts';

export interface EnvoyMaterial {
  readonly certificates: readonly Certificate[];
  readonly crls: readonly CertificateRevocationList[];
}

/** The certificates and revocation lists of a recorded PEM text, blocks that are neither left out. */
export function readEnvoyMaterial(pem: string): EnvoyMaterial {
  const { blocks } = readPemStream(pem);
  return {
    certificates: blocks.flatMap(({ label, der }) => {
      const decoded = label.endsWith('CERTIFICATE') ? decodeCertificate(der) : null;
      return decoded?.ok === true ? [decoded.certificate] : [];
    }),
    crls: blocks.flatMap(({ label, der }) => {
      const decoded = label === 'X509 CRL' ? decodeCrl(der) : null;
      return decoded?.ok === true ? [decoded.crl] : [];
    }),
  };
}
