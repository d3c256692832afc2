import { encodePem, inspectMaterial, isSelfIssued } from '../pki/index.ts';
import type { SigningPair } from './types.ts';

/**
 * The certificate with the intermediates above it, as a server sends them; null when there are none. A root is left out:
 * who trusts it has it (RFC 8446 §4.4.2).
 */
export function withIssuers(certificatePem: string, issuer: SigningPair | null): string | null {
  if (issuer === null) return null;
  const intermediates = inspectMaterial(issuer.certificate, 'certificate')
    .certificates.map(({ certificate }) => certificate)
    .filter((one) => !isSelfIssued(one));
  if (intermediates.length === 0) return null;
  return [certificatePem, ...intermediates.map(({ der }) => encodePem('CERTIFICATE', der))].join(
    '',
  );
}
