import { encodeBase64 } from './base64.ts';

/**
 * Writes one PEM block: base64 in lines of 64 characters, a line end after the END line (RFC 7468 §2).
 *
 * @param label `CERTIFICATE`, `PRIVATE KEY`, …
 */
export function encodePem(label: string, der: Uint8Array): string {
  const lines = encodeBase64(der).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
