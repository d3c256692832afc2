import type { Certificate } from '../../pki/types.ts';
import { goParseCertificate } from './parse-certificate.ts';
import { goPemBlocks } from './pem.ts';

/**
 * The certificates that Go's `CertPool.AppendCertsFromPEM` takes from a text. What it cannot read, and a block with
 * headers, it skips without a word; with nothing left it returns false.
 *
 * @param text one character a byte
 * @see Go 1.26 src/crypto/x509/cert_pool.go `AppendCertsFromPEM`
 */
export function goCertPool(text: string): readonly Certificate[] {
  return goPemBlocks(text).flatMap(({ type, hasHeaders, bytes }) => {
    if (type !== 'CERTIFICATE' || hasHeaders) return [];
    const parsed = goParseCertificate(bytes);
    return parsed.ok && parsed.certificate !== null ? [parsed.certificate] : [];
  });
}
