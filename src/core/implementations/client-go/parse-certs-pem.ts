import { encodePem } from '../../pki/encode-pem.ts';
import { goParseCertificate } from '../../verify/go/parse-certificate.ts';
import { goPemBlocks } from '../../verify/go/pem.ts';

/** The certificates of a PEM text, each block written anew as client-go's `EncodeCertificates` does. */
export type ParsedCertificates =
  { readonly ok: true; readonly pem: string } | { readonly ok: false; readonly message: string };

/**
 * client-go's `cert.ParseCertsPEM`: blocks of other types are skipped, one certificate that Go does not
 * parse fails the whole text, and a text without any certificate fails.
 *
 * @param text one character a byte
 * @see k8s.io/client-go util/cert/pem.go
 */
export function parseCertsPem(text: string): ParsedCertificates {
  const certificates = goPemBlocks(text).filter(({ type }) => type === 'CERTIFICATE');
  for (const { bytes } of certificates) {
    const parsed = goParseCertificate(bytes);
    if (!parsed.ok) return { ok: false, message: parsed.message };
  }
  if (certificates.length === 0)
    return {
      ok: false,
      message: 'data does not contain any valid RSA or ECDSA certificates',
    };
  const pem = certificates.map(({ bytes }) => encodePem('CERTIFICATE', bytes)).join('');
  return { ok: true, pem };
}
