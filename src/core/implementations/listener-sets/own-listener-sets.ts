import type { Resolution } from '../../gateway-api/index.ts';
import { mergeListeners } from '../../gateway-api/merged-listeners.ts';
import type { Listener } from '../../gateway-api/types.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import { hasSoundListeners } from '../has-sound-listeners.ts';
import type { ObjectStatus, PredictedCondition } from '../status.ts';

/** A ListenerSet that names one of a controller's Gateways, as far as backend TLS can judge it. */
export interface OwnListenerSet {
  readonly set: ManifestObject;
  readonly gateway: ManifestObject;
  /** None when the Gateway does not allow the set. */
  readonly listeners: readonly Listener[];
  readonly allowed: boolean;
}

/**
 * ListenerSets under the given Gateways, in order of precedence. One whose listeners have something against them that
 * backend TLS does not know of is left out: nothing is predicted of it.
 */
export function ownListenerSets(
  resolution: Resolution,
  gateways: readonly ManifestObject[],
): readonly OwnListenerSet[] {
  const { index, references } = resolution;
  const own = new Map(gateways.map((gateway) => [gateway.id, gateway]));
  return mergeListeners(index, references).listenerSets.flatMap(
    ({ listenerSetId, gatewayId, allowed, listeners }): OwnListenerSet[] => {
      const set = index.byId.get(listenerSetId);
      const gateway = own.get(gatewayId ?? '');
      if (set === undefined || gateway === undefined) return [];
      if (allowed === 'no') return [{ set, gateway, listeners: [], allowed: false }];
      const conflicts = listeners.some(({ conflict }) => conflict !== undefined);
      return conflicts || !hasSoundListeners(resolution, set)
        ? []
        : [{ set, gateway, listeners, allowed: true }];
    },
  );
}

/** The conditions of a ListenerSet and those of each of its listeners, in a controller's words. */
export function listenerSetStatus(
  { set, listeners }: OwnListenerSet,
  conditions: readonly PredictedCondition[],
  ofListener: (listener: Listener) => readonly PredictedCondition[],
): readonly ObjectStatus[] {
  return [
    { objectId: set.id, kind: 'object', conditions },
    ...listeners.map((listener): ObjectStatus => ({
      objectId: set.id,
      kind: 'listener',
      ref: { name: set.name, namespace: set.namespace, sectionName: listener.name },
      conditions: ofListener(listener),
    })),
  ];
}
