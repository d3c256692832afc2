import { decodePssParameters } from './certificate-pss-parameters.ts';
import { signatureAlgorithm } from './certificate-signature-algorithms.ts';
import type { AlgorithmIdentifier } from './types.ts';

/** `RSA with SHA-256`, `RSA-PSS with SHA-384`, `Ed25519`; the OID when it is not known. */
export function signatureText(algorithm: AlgorithmIdentifier): string {
  const known = signatureAlgorithm(algorithm.oid);
  if (!known) return `algorithm ${algorithm.oid}`;
  if (known.key !== 'RSA-PSS') return known.text;
  const parameters = decodePssParameters(algorithm.parameters);
  return parameters ? `RSA-PSS with ${parameters.digest}` : known.text;
}
