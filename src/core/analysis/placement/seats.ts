import { isMade } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { Certificate, Material } from '../../pki/index.ts';
import { identityRoles, type IdentityRole, type TopologyInput } from '../../topology/index.ts';
import type { Topology } from '../../topology/types.ts';
import type { Inventory } from '../inventory/take-inventory.ts';
import type { Placement, SeatKeys } from './types.ts';

/** A Secret or ConfigMap that can hold certificates: one that is there, or one that is named and missing. */
export interface Seat {
  readonly objectKey: string;
  readonly kind: 'Secret' | 'ConfigMap';
  readonly name: string;
  readonly namespace: string;
  readonly role: IdentityRole | null;
  readonly object: ManifestObject | null;
  /** A controller makes it: what is put here is said of it, and written nowhere. */
  readonly isMade: boolean;
  readonly keys: SeatKeys;
  /** Those of `keys` that a workload reads as files and does not find. */
  readonly wanted: SeatKeys;
  /** What stands in it now. */
  readonly certificates: readonly Certificate[];
}

const IDENTITY: ReadonlySet<IdentityRole> = new Set([
  'presented',
  'client-certificate',
  'listener-certificate',
]);

/** What putting a file here does. */
export function howInto({ object, isMade }: Seat): Placement['how'] {
  if (isMade) return 'stand-in';
  return object === null ? 'create' : 'object';
}

/** All seats that are drawn, in the order of the picture, with what stands in them. */
export function seatsOf(
  input: TopologyInput,
  topology: Topology,
  inventory: Inventory,
): readonly Seat[] {
  const { byKey } = input.resolution.index;
  return emptySeats(input, topology).map((seat) => {
    const found = byKey.get(seat.objectKey);
    return { ...seat, certificates: found === undefined ? [] : heldBy(found, inventory) };
  });
}

/** The same without a look at what stands in them. */
export function emptySeats(
  input: TopologyInput,
  topology: Topology,
): readonly Omit<Seat, 'certificates'>[] {
  const roles = identityRoles(input);
  const used = usedKeys(input);
  const wanting = wantedKeysByObject(input);
  const mounted = missingMounts(input);
  const { byKey } = input.resolution.index;
  return topology.nodes.flatMap(({ id, kind, name, namespace }) => {
    if (kind !== 'Secret' && kind !== 'ConfigMap') return [];
    const found = byKey.get(id) ?? null;
    const waits = found !== null && isMade(found);
    // What a controller makes has the keys of its maker, whatever a workload asks for.
    const wanted = waits ? {} : (wanting.get(id) ?? {});
    const suggested = roleOfWanted(wanted) ?? (mounted.has(id) ? 'presented' : null);
    const role = roles.get(id) ?? suggested;
    const isTold = found === null && roles.get(id) === undefined && roleOfWanted(wanted) !== null;
    const usual = { ...(isTold ? {} : usualKeys(role, kind)), ...used.get(id) };
    // A missing object first gets what fields of the gateway ask for, one that is there what is still missing in it.
    const keys = found === null ? { ...wanted, ...usual } : { ...usual, ...wanted };
    const seat = { objectKey: id, kind, name, namespace, role, keys, isMade: waits } as const;
    return [{ ...seat, wanted, object: waits ? null : found }];
  });
}

/** Secrets that pods mount and that are missing: nothing tells yet what they are used for, and most are certificates. */
function missingMounts({ resolution }: TopologyInput): ReadonlySet<string> {
  return new Set(
    resolution.references.flatMap(({ kind, target }) =>
      kind === 'volume' && target.kind === 'Secret' && target.objectId === undefined
        ? [target.key]
        : [],
    ),
  );
}

/** What workloads ask for, by object key. Of several keys for one part it is the one that is read first. */
function wantedKeysByObject({ backends }: TopologyInput): ReadonlyMap<string, SeatKeys> {
  const wanting = new Map<string, SeatKeys>();
  for (const { wanted = [] } of backends.values())
    for (const { part, objectKey, dataKey } of wanted)
      wanting.set(objectKey, { [part]: dataKey, ...wanting.get(objectKey) });
  return wanting;
}

function roleOfWanted({ certificate, key, authority }: SeatKeys): IdentityRole | null {
  if (certificate !== undefined || key !== undefined) return 'presented';
  return authority === undefined ? null : 'client-ca';
}

function heldBy({ id }: ManifestObject, inventory: Inventory): readonly Certificate[] {
  return inventory.entries
    .filter(({ text }) => text.ownerId === id)
    .flatMap(({ contents }) => contents.certificates.map(({ certificate }) => certificate));
}

/** What such objects are called everywhere: kubernetes.io/tls, and the `ca.crt` of the Gateway API. */
function usualKeys(role: IdentityRole | null, kind: Seat['kind']): SeatKeys {
  if (role === 'trust' || role === 'client-ca') return { authority: 'ca.crt' };
  if (role === null || !IDENTITY.has(role)) return {};
  return kind === 'Secret' ? { certificate: 'tls.crt', key: 'tls.key' } : {};
}

/** The data keys that gateways and workloads do read, by object key. */
function usedKeys(input: TopologyInput): ReadonlyMap<string, SeatKeys> {
  const used = new Map<string, SeatKeys>();
  const note = (part: keyof SeatKeys, material: Material | undefined): void => {
    if (material?.source.kind !== 'field') return;
    const { objectId, path } = material.source.field;
    const key = input.resolution.index.byId.get(objectId)?.key;
    const dataKey = path[1];
    if (key === undefined || typeof dataKey !== 'string') return;
    used.set(key, { ...used.get(key), [part]: dataKey });
  };
  for (const upstream of input.programmed.values()) {
    if (upstream?.trust?.kind === 'bundle') note('authority', upstream.trust.material);
    note('certificate', upstream?.clientCertificate?.chain);
    note('key', upstream?.clientCertificate?.key);
  }
  for (const { servers } of input.backends.values()) {
    for (const { chain, key, clientCa } of servers) {
      note('certificate', chain);
      note('key', key);
      note('authority', clientCa);
    }
  }
  return used;
}
