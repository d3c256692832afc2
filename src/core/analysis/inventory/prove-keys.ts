import { proveKey, publicKeyMatches, type Certificate } from '../../pki/index.ts';
import type { Memo } from '../memory/memo.ts';
import type { CertificateSummary } from '../types.ts';
import type { Inventory, InventoryEntry } from './take-inventory.ts';

type Proof = CertificateSummary['keyProof'];

/**
 * What is known of each certificate's private key, by fingerprint. The first certificate of a place is held against the
 * keys beside it (same object, same file); any other against every key of the workspace that could fit. `proven` means a
 * fresh signature was made and verified.
 */
export async function proveKeys(
  inventory: Inventory,
  crypto: Crypto,
  remember: Memo<Promise<Proof>>,
): Promise<ReadonlyMap<string, Proof>> {
  const keyed = inventory.entries.filter((entry) => entry.contents.keys.length > 0);
  const leaves = leafOwners(inventory.entries);
  const proofs = new Map<string, Proof>();
  for (const [fingerprint, { certificate }] of inventory.certificates) {
    const owners = leaves.get(fingerprint) ?? new Set<string>();
    const beside = keyed.filter((entry) => owners.has(entry.text.ownerId));
    const candidates =
      beside.length > 0 ? beside : keyed.filter((entry) => fits(certificate, entry));
    proofs.set(fingerprint, await firstProof(certificate, candidates, crypto, remember));
  }
  return proofs;
}

/** Owners in which a certificate comes first: there a key beside it must be its own. */
function leafOwners(entries: readonly InventoryEntry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, Set<string>>();
  for (const { text, contents } of entries) {
    const first = contents.certificates[0]?.certificate;
    const isTrust = text.owner.kind === 'object' && text.owner.value.key === 'ca.crt';
    if (first === undefined || isTrust) continue;
    const set = owners.get(first.fingerprint) ?? new Set<string>();
    owners.set(first.fingerprint, set.add(text.ownerId));
  }
  return owners;
}

function fits(certificate: Certificate, entry: InventoryEntry): boolean {
  return entry.contents.keys.some(
    ({ reading }) =>
      reading.state === 'plain' && publicKeyMatches(certificate.publicKey, reading.key) === true,
  );
}

async function firstProof(
  certificate: Certificate,
  candidates: readonly InventoryEntry[],
  crypto: Crypto,
  remember: Memo<Promise<Proof>>,
): Promise<Proof> {
  let best: Proof = 'no-key';
  for (const { text } of candidates) {
    const proof = await remember.get(`${certificate.fingerprint}|${text.text}`, async () =>
      toProof(await proveKey(certificate, text.text, crypto)),
    );
    if (proof === 'proven') return proof;
    if (best === 'no-key') best = proof;
  }
  return best;
}

function toProof(proof: Awaited<ReturnType<typeof proveKey>>): Proof {
  switch (proof) {
    case 'proven':
    case 'mismatch':
    case 'locked':
      return proof;
    case 'unsupported':
      return 'not-checked';
    case 'unreadable':
      return 'no-key';
    default:
      return proof satisfies never;
  }
}
