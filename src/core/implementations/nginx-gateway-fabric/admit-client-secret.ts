import { binaryText } from '../../verify/der/binary-text.ts';
import { goX509KeyPair } from '../../verify/go/x509-key-pair.ts';

/**
 * NGINX Gateway Fabric's check of `tls.crt` and `tls.key` of a Secret: Go's `tls.X509KeyPair`, nothing else.
 *
 * @returns the control plane's words, or null when it takes the pair
 * @see NGF graph/shared/secrets/secrets.go `ValidateTLS`
 */
export function admitClientSecret(certificate: Uint8Array, key: Uint8Array): string | null {
  const error = goX509KeyPair(binaryText(certificate), binaryText(key));
  return error === null ? null : `tls secret is invalid: ${error}`;
}
