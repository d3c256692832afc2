import type { Certificate } from '../../pki/index.ts';
import type { SignatureChecker } from '../../verify/types.ts';
import type { Inventory } from './take-inventory.ts';

/**
 * Fingerprints of the workspace certificates whose key verifies each certificate's signature, its own excepted. Names are
 * compared first: a signature is only tried where subject and issuer are equal in canonical form.
 */
export async function findIssuers(
  inventory: Inventory,
  checkSignature: SignatureChecker,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const bySubject = new Map<string, Certificate[]>();
  for (const { certificate } of inventory.certificates.values()) {
    const { canonical } = certificate.subject;
    bySubject.set(canonical, [...(bySubject.get(canonical) ?? []), certificate]);
  }
  const issuers = new Map<string, readonly string[]>();
  for (const [fingerprint, { certificate }] of inventory.certificates) {
    const named = bySubject.get(certificate.issuer.canonical) ?? [];
    const found: string[] = [];
    for (const candidate of named) {
      if (candidate.fingerprint === fingerprint) continue;
      if ((await checkSignature(certificate, candidate)) === 'valid') {
        found.push(candidate.fingerprint);
      }
    }
    issuers.set(fingerprint, found);
  }
  return issuers;
}
