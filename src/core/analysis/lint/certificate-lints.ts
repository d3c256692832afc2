import {
  lintAuthorityCertificate,
  lintClientCertificate,
  lintServerCertificate,
} from '../../verify/index.ts';
import type { Memo } from '../memory/memo.ts';
import type { CertificateLints, CertificateUse } from './types.ts';

/** What the rules find in one certificate, remembered by fingerprint and role. */
export function certificateLints(
  use: CertificateUse,
  remember: Memo<CertificateLints>,
): CertificateLints {
  return remember.get(`${use.role} ${use.certificate.fingerprint}`, () => lint(use));
}

function lint({ certificate, role }: CertificateUse): CertificateLints {
  switch (role) {
    case 'server':
      return lintServerCertificate(certificate);
    case 'client':
      return lintClientCertificate(certificate);
    case 'authority':
      // A trusted leaf is no CA: nothing is asked of it as one.
      return certificate.extensions.basicConstraints?.ca === true
        ? lintAuthorityCertificate(certificate)
        : [];
    default:
      return role satisfies never;
  }
}
