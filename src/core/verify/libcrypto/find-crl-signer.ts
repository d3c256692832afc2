import type { Certificate, CertificateRevocationList } from '../../pki/types.ts';
import { checkAuthorityKeyId } from './check-authority-key-id.ts';

/** CRL_SCORE_ISSUER_CERT and CRL_SCORE_SAME_PATH. */
const score = { issuer: 0x18, samePath: 0x08 };

/**
 * `crl_akid_check`: the certificate above (the top vouches for itself), else a namesake further up, whichever the
 * CRL's authority key identifier allows first.
 */
export function findCrlSigner(
  chain: readonly Certificate[],
  crl: CertificateRevocationList,
  depth: number,
): { readonly issuer: Certificate; readonly score: number } | null {
  const next = Math.min(depth + 1, chain.length - 1);
  const above = chain[next];
  if (above && checkAuthorityKeyId(above, crl).length === 0) {
    return { issuer: above, score: score.issuer };
  }
  const further = chain
    .slice(next + 1)
    .find(
      (certificate) =>
        certificate.subject.canonical === crl.issuer.canonical &&
        checkAuthorityKeyId(certificate, crl).length === 0,
    );
  return further ? { issuer: further, score: score.samePath } : null;
}
