import { itemsAt, kinds, stringAt } from '../gateway-api/index.ts';
import type { Reference } from '../gateway-api/types.ts';
import type { JsonValue, ManifestObject } from '../manifest/types.ts';
import type { DraftNode, DraftReference } from './draft.ts';
import type { TopologyInput } from './input.ts';

interface Side {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

function sides(grant: ManifestObject, list: 'from' | 'to'): readonly Side[] {
  return itemsAt(grant.value, ['spec', list]).map(side);
}

function side(entry: JsonValue): Side {
  const text = (name: string): string => stringAt(entry, [name]) ?? '';
  return {
    group: text('group'),
    kind: text('kind'),
    namespace: text('namespace'),
    name: text('name'),
  };
}

/**
 * An edge from each ReferenceGrant to every object that it makes reachable. Which references are
 * granted was decided by the resolution; here they are only matched to the grant that says so.
 * Source: Gateway API v1, ReferenceGrantSpec (`from` by group, kind, namespace; `to` by group, kind and optional name).
 */
export function draftGrants(
  input: TopologyInput,
  nodes: ReadonlyMap<string, DraftNode>,
): readonly DraftReference[] {
  const { index, references } = input.resolution;
  const granted = references.filter(({ permission }) => permission === 'granted');
  if (granted.length === 0) return [];
  const edges = new Map<string, DraftReference>();
  for (const grant of index.ofKind(kinds.referenceGrant)) {
    for (const reference of granted) {
      const target = nodes.get(reference.target.key);
      const entry = target ? matchingEntry(grant, reference, input) : -1;
      const id = `${grant.key}|to|${reference.target.key}`;
      if (target && entry >= 0 && nodes.has(grant.key) && !edges.has(id)) {
        edges.set(id, grantEdge(id, grant, target, entry));
      }
    }
  }
  return [...edges.values()];
}

/** Index of the `to` entry that permits the reference, or -1. */
function matchingEntry(grant: ManifestObject, reference: Reference, input: TopologyInput): number {
  const holder = input.resolution.index.byId.get(reference.from.objectId);
  const { target } = reference;
  if (!holder || target.namespace !== grant.namespace) return -1;
  const from = sides(grant, 'from').some(
    ({ group, kind, namespace }) =>
      group === holder.group && kind === holder.kind && namespace === holder.namespace,
  );
  if (!from) return -1;
  return sides(grant, 'to').findIndex(
    ({ group, kind, name }) =>
      group === target.group && kind === target.kind && (name === '' || name === target.name),
  );
}

function grantEdge(
  id: string,
  grant: ManifestObject,
  target: DraftNode,
  entry: number,
): DraftReference {
  return {
    id,
    kind: 'reference',
    source: grant.key,
    target: target.id,
    label: 'to',
    field: { objectId: grant.id, path: ['spec', 'to', entry] },
    denied: false,
    ghost: target.ghost && target.madeBy === undefined,
    arrow: 'target',
    via: 'grant',
  };
}
