import { isMade, type ObjectIndex } from '../../gateway-api/index.ts';
import type { Severity } from '../../model/index.ts';
import type { Inventory, InventoryEntry } from '../inventory/take-inventory.ts';
import type { ObjectSummary } from '../types.ts';
import { inspectorFacts } from './inspector-facts.ts';

/** Every object of the workspace as tree, inspector and editor need it, in file order. */
export function summariseObjects(
  index: ObjectIndex,
  inventory: Inventory,
  marks: ReadonlyMap<string, Severity>,
  facts: ReadonlyMap<string, string>,
): readonly ObjectSummary[] {
  const entries = entriesByOwner(inventory);
  const written = index.all.filter((object) => !isMade(object));
  return written.map((object) => {
    const own = entries.get(object.id) ?? [];
    return {
      id: object.id,
      key: object.key,
      apiVersion: object.apiVersion,
      kind: object.kind,
      name: object.name,
      namespace: object.namespace,
      at: { fileId: object.fileId, range: object.range },
      nameRange: object.rangeOf(['metadata', 'name']).value,
      shadowed: index.shadowed.has(object.id),
      mark: marks.get(object.id) ?? null,
      fact: facts.get(object.id) ?? '',
      certificateIds: certificateIdsOf(own),
      facts: inspectorFacts(object),
      hasPrivateKey: own.some(({ contents }) => contents.keys.length > 0),
    };
  });
}

/** Inventory entries by the id of the object or blob that holds them. */
export function entriesByOwner(
  inventory: Inventory,
): ReadonlyMap<string, readonly InventoryEntry[]> {
  const byOwner = new Map<string, InventoryEntry[]>();
  for (const entry of inventory.entries) {
    byOwner.set(entry.text.ownerId, [...(byOwner.get(entry.text.ownerId) ?? []), entry]);
  }
  return byOwner;
}

/** Fingerprints of the certificates in `entries`, each once, in order. */
export function certificateIdsOf(entries: readonly InventoryEntry[]): readonly string[] {
  const ids = entries.flatMap(({ contents }) =>
    contents.certificates.map(({ certificate }) => certificate.fingerprint),
  );
  return [...new Set(ids)];
}
