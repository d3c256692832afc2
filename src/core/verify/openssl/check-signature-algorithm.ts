import { signatureAlgorithm } from '../../pki/certificate-signature-algorithms.ts';
import type { Certificate } from '../../pki/types.ts';

/** 24 = the issuer's key cannot be read, 76 = unknown signature algorithm, 77 = made by another kind of key. */
export type SignatureAlgorithmMismatch = 24 | 76 | 77;

/**
 * Whether `issuer`'s kind of key can have made `subject`'s kind of signature (`v3_purp.c:
 * check_sig_alg_match`, on the algorithm inside the TBS). An RSA key may sign with PSS, a PSS key only so.
 */
export function checkSignatureAlgorithm(
  issuer: Certificate,
  subject: Certificate,
): SignatureAlgorithmMismatch | null {
  const key = issuer.publicKey;
  if (!key.decodable) return 24;
  const algorithm = signatureAlgorithm(subject.tbsSignatureAlgorithm.oid);
  if (!algorithm) return 76;
  if (algorithm.parameterSet !== undefined && !key.text.startsWith(algorithm.parameterSet)) {
    return 77;
  }
  const fits =
    key.family === algorithm.key || (key.family === 'RSA' && algorithm.key === 'RSA-PSS');
  return fits ? null : 77;
}
