import { objectKey } from '../manifest/object-key.ts';
import type { ManifestObject } from '../manifest/types.ts';
import { allowsNamespace } from './allowed-namespaces.ts';
import { comparePrecedence } from './compare-precedence.ts';
import { groupBy } from './group-by.ts';
import { valueAt } from './json.ts';
import { groups, kinds } from './kinds.ts';
import { markConflicts } from './listener-conflicts.ts';
import { listenersOf } from './listeners.ts';
import type { Listener, ListenerSetAttachment, ObjectIndex, Reference } from './types.ts';

/** Listeners of every Gateway together with those of the ListenerSets that it allows. */
export interface MergedListeners {
  /** All listeners of a Gateway in order of precedence, its ListenerSets' included. */
  readonly ofGateway: (gatewayId: string) => readonly Listener[];
  /** Those that stand in one Gateway or ListenerSet: what a parentRef without sectionName names. */
  readonly ofParent: (objectId: string) => readonly Listener[];
  /** What became of one ListenerSet; undefined when it names no parent. */
  readonly listenerSetOf: (objectId: string) => ListenerSetAttachment | undefined;
  /** One entry for every ListenerSet with a parentRef, in order of precedence. */
  readonly listenerSets: readonly ListenerSetAttachment[];
}

/** Asked for by every kind of route and by every check of one resolution. */
const known = new WeakMap<readonly Reference[], MergedListeners>();

/**
 * Joins Gateways with their ListenerSets (GEP-1713): the Gateway's own listeners come first, then those of
 * ListenerSets it allows, the older set first and then by `namespace/name`.
 *
 * @param references all references of `index`
 */
export function mergeListeners(
  index: ObjectIndex,
  references: readonly Reference[],
): MergedListeners {
  const merged = known.get(references) ?? merge(index, references);
  known.set(references, merged);
  return merged;
}

function merge(index: ObjectIndex, references: readonly Reference[]): MergedListeners {
  const sets = attachSets(index, references);
  const byGateway = groupBy(sets, ({ gatewayId }) => gatewayId);
  const all = new Map(
    index.ofKind(kinds.gateway).map((gateway) => {
      const added = (byGateway.get(gateway.id) ?? []).flatMap(({ listeners }) => listeners);
      return [gateway.id, markConflicts(listenersOf(gateway), added)];
    }),
  );
  const byParent = groupBy(
    [...all.values()].flat(),
    ({ listenerSetId, gatewayId }) => listenerSetId ?? gatewayId,
  );
  const ofParent = (id: string): readonly Listener[] => byParent.get(id) ?? [];
  const listenerSets = sets.map((set) => ({ ...set, listeners: ofParent(set.listenerSetId) }));
  const bySet = new Map(listenerSets.map((set) => [set.listenerSetId, set]));
  return {
    listenerSetOf: (id) => bySet.get(id),
    ofGateway: (gatewayId) => all.get(gatewayId) ?? [],
    ofParent,
    listenerSets,
  };
}

function attachSets(
  index: ObjectIndex,
  references: readonly Reference[],
): readonly ListenerSetAttachment[] {
  const sets = [...index.ofKind(kinds.listenerSet), ...index.ofKind(kinds.xListenerSet)];
  if (sets.length === 0) return [];
  const parents = new Map(
    references.flatMap((reference) =>
      reference.kind === 'parentRef' ? [[reference.from.objectId, reference]] : [],
    ),
  );
  return [...sets].sort(comparePrecedence).flatMap((set) => {
    const parent = parents.get(set.id);
    return parent === undefined ? [] : [attachSet(index, set, parent)];
  });
}

function attachSet(
  index: ObjectIndex,
  set: ManifestObject,
  parent: Reference,
): ListenerSetAttachment {
  const { namespace, name } = parent.target;
  const isGateway = parent.target.key === objectKey(groups.gateway, 'Gateway', namespace, name);
  const gateway = isGateway ? index.byKey.get(parent.target.key) : undefined;
  const base = { listenerSetId: set.id, parent, listeners: [] };
  if (gateway === undefined) return { ...base, allowed: 'no' };
  const allowed = allowsNamespace(
    index,
    valueAt(gateway.value, ['spec', 'allowedListeners', 'namespaces']),
    gateway.namespace,
    set.namespace,
    'None',
  );
  const listeners = allowed === 'no' ? [] : listenersOf(set, gateway.id);
  return { ...base, gatewayId: gateway.id, allowed, listeners };
}
