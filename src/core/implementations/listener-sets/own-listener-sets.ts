import type { Resolution } from '../../gateway-api/index.ts';
import type { Listener } from '../../gateway-api/types.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import { hasSoundListeners } from '../has-sound-listeners.ts';
import type { ObjectStatus, PredictedCondition } from '../status.ts';
import { namedListenerSets, type NamedListenerSet } from './named-listener-sets.ts';

/**
 * ListenerSets under the given Gateways, in order of precedence. One whose listeners have something against them that
 * backend TLS does not know of is left out: nothing is predicted of it.
 */
export function ownListenerSets(
  resolution: Resolution,
  gateways: readonly ManifestObject[],
): readonly NamedListenerSet[] {
  return namedListenerSets(resolution, gateways).filter(
    ({ set, listeners, allowed }) =>
      !allowed ||
      (listeners.every(({ conflict }) => conflict === undefined) &&
        hasSoundListeners(resolution, set)),
  );
}

/** The conditions of a ListenerSet and those of each of its listeners, in a controller's words. */
export function listenerSetStatus(
  { set, listeners }: NamedListenerSet,
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
