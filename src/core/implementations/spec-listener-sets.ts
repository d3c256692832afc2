import { kinds, specStatus, type Resolution } from '../gateway-api/index.ts';
import { mergeListeners } from '../gateway-api/merged-listeners.ts';
import type { ManifestObject } from '../manifest/types.ts';
import { hasSoundListeners } from './has-sound-listeners.ts';
import type { ObjectStatus } from './status.ts';

/**
 * Conditions that the Gateway API asks for of the ListenerSets that name one of the Gateways, for controllers that read
 * the kind but whose own words for it are not known: types, status and reasons hold, messages are ours. One whose
 * listeners have something against them that backend TLS does not know of gets no prediction.
 */
export function specListenerSets(
  resolution: Resolution,
  gateways: readonly ManifestObject[],
): readonly ObjectStatus[] {
  const { index, references } = resolution;
  const own = new Set(gateways.map(({ id }) => id));
  const sets = new Set(
    mergeListeners(index, references).listenerSets.flatMap(
      ({ listenerSetId, gatewayId, listeners }) => {
        const set = index.byId.get(listenerSetId);
        if (set === undefined || !own.has(gatewayId ?? '')) return [];
        const isStandard = `${set.group}/${set.kind}` === kinds.listenerSet;
        const conflicts = listeners.some(({ conflict }) => conflict !== undefined);
        return isStandard && !conflicts && hasSoundListeners(resolution, set) ? [set.id] : [];
      },
    ),
  );
  return sets.size === 0 ? [] : specStatus(resolution).filter(({ objectId }) => sets.has(objectId));
}
