import { madeKeyOf } from '../../gateway-api/index.ts';
import { summariseCertificate } from '../../pki/index.ts';
import type { Inventory } from '../inventory/take-inventory.ts';
import type { CertificateSummary } from '../types.ts';

/** Every certificate of the workspace, each once, with its places, its key's proof and its issuers. */
export function summariseCertificates(
  inventory: Inventory,
  proofs: ReadonlyMap<string, CertificateSummary['keyProof']>,
  issuers: ReadonlyMap<string, readonly string[]>,
): readonly CertificateSummary[] {
  return [...inventory.certificates].map(([id, { certificate, places }]) => ({
    ...summariseCertificate(certificate),
    places: places.filter(({ ownerId }) => madeKeyOf(ownerId) === null),
    keyProof: proofs.get(id) ?? 'no-key',
    issuedBy: issuers.get(id) ?? [],
  }));
}
