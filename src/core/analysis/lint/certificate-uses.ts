import type { FieldRef } from '../../model/index.ts';
import type { Material } from '../../pki/index.ts';
import type { Connected } from '../connect.ts';
import type { Inventory, InventoryEntry } from '../inventory/take-inventory.ts';
import type { CertificateRole, CertificateUse } from './types.ts';

interface Sighting {
  readonly material: Material | undefined;
  /** Of the first certificate; those behind it are authorities. */
  readonly role: CertificateRole;
}

const PRECEDENCE: readonly CertificateRole[] = ['authority', 'client', 'server'];

/**
 * The certificates that connections use, each once: what backends and gateways present, and what both trust. By
 * fingerprint, in the order of the connections.
 */
export function certificateUses(
  connected: readonly Connected[],
  inventory: Inventory,
): ReadonlyMap<string, CertificateUse> {
  const entries = new Map(inventory.entries.map((entry) => [keyOf(entry.text), entry]));
  const uses = new Map<string, CertificateUse & { connectionIds: string[] }>();
  for (const one of connected) {
    const { id } = one.connection;
    for (const { material, role } of sightings(one)) {
      const entry = material && entries.get(sourceKey(material));
      for (const [i, { certificate }] of (entry?.contents.certificates ?? []).entries()) {
        if (entry === undefined) continue;
        const own = i === 0 ? role : 'authority';
        const known = uses.get(certificate.fingerprint);
        const connectionIds = known?.connectionIds ?? [];
        if (connectionIds.at(-1) !== id) connectionIds.push(id);
        if (known === undefined || outranks(own, known.role))
          uses.set(certificate.fingerprint, { certificate, role: own, entry, connectionIds });
      }
    }
  }
  return uses;
}

function outranks(one: CertificateRole, other: CertificateRole): boolean {
  return PRECEDENCE.indexOf(one) > PRECEDENCE.indexOf(other);
}

function sightings({ backend, programmed }: Connected): readonly Sighting[] {
  const { clientCertificate, trust } = programmed?.upstream ?? {};
  return [
    ...backend.servers.flatMap(({ chain, clientCa }): readonly Sighting[] => [
      { material: chain, role: 'server' },
      { material: clientCa, role: 'authority' },
    ]),
    { material: trust?.kind === 'bundle' ? trust.material : undefined, role: 'authority' },
    { material: clientCertificate?.chain, role: 'client' },
  ];
}

function sourceKey({ source }: Material): string {
  switch (source.kind) {
    case 'field':
      return fieldKey(source.field);
    case 'blob':
      return source.blobId;
    case 'system':
      return '';
    default:
      return source satisfies never;
  }
}

function keyOf({ ownerId, field }: InventoryEntry['text']): string {
  return field === undefined ? ownerId : fieldKey(field);
}

function fieldKey({ objectId, path }: FieldRef): string {
  return [objectId, ...path].join('\n');
}
