import { encodePem, publicKeyMatches } from '../../pki/index.ts';
import type { Workspace } from '../../model/index.ts';
import { findIssuers } from '../inventory/find-issuers.ts';
import { takeInventory, type InventoryEntry } from '../inventory/take-inventory.ts';
import type { Memory } from '../memory/memory.ts';
import { blobTexts, readBlobs } from '../read-blobs.ts';
import { readManifests } from '../read-manifests.ts';
import { isAbove } from './authority-places.ts';

/** A certificate whose private key is in the workspace. `key` is unencrypted PEM and secret. */
export interface HeldPair {
  readonly certificateId: string;
  /** PEM: the certificate, and the certificates above it that the workspace has. */
  readonly chain: string;
  readonly key: string;
}

/** Every certificate of the workspace with its key, for signing and for issuing again with the same key. */
export async function heldPairs(
  workspace: Workspace,
  { crypto, memory }: { readonly crypto: Crypto; readonly memory: Memory },
): Promise<readonly HeldPair[]> {
  const { index } = await readManifests(workspace, { crypto }, memory);
  const blobs = await readBlobs(workspace.blobs, crypto, memory);
  const inventory = takeInventory(index, blobTexts(blobs), memory.inspected);
  const issuers = await findIssuers(inventory, memory.checkerFor(crypto));
  const all = [...inventory.certificates.values()].map(({ certificate }) => certificate);
  return all.flatMap((certificate): HeldPair[] => {
    const key = inventory.entries
      .map((entry) => keyFor(entry, certificate))
      .find((found) => found !== null);
    if (key === undefined) return [];
    const above = all.filter((other) => isAbove(other, certificate, issuers));
    const chain = [certificate, ...above].map(({ der }) => encodePem('CERTIFICATE', der)).join('');
    return [{ certificateId: certificate.fingerprint, chain, key }];
  });
}

function keyFor(
  { contents }: InventoryEntry,
  certificate: Parameters<typeof isAbove>[0],
): string | null {
  for (const { reading } of contents.keys) {
    if (reading.state !== 'plain') continue;
    if (publicKeyMatches(certificate.publicKey, reading.key) === true)
      return encodePem('PRIVATE KEY', reading.key.pkcs8);
  }
  return null;
}
