import type { Resolution } from '../../gateway-api/index.ts';
import { mergeListeners } from '../../gateway-api/merged-listeners.ts';
import type { Listener } from '../../gateway-api/types.ts';
import type { ManifestObject } from '../../manifest/types.ts';

/** A ListenerSet that names one of a controller's Gateways. */
export interface NamedListenerSet {
  readonly set: ManifestObject;
  readonly gateway: ManifestObject;
  /** None when the Gateway does not allow the set. */
  readonly listeners: readonly Listener[];
  readonly allowed: boolean;
}

/** ListenerSets under the given Gateways, in order of precedence. */
export function namedListenerSets(
  { index, references }: Pick<Resolution, 'index' | 'references'>,
  gateways: readonly ManifestObject[],
): readonly NamedListenerSet[] {
  const own = new Map(gateways.map((gateway) => [gateway.id, gateway]));
  return mergeListeners(index, references).listenerSets.flatMap(
    ({ listenerSetId, gatewayId, allowed, listeners }): NamedListenerSet[] => {
      const set = index.byId.get(listenerSetId);
      const gateway = own.get(gatewayId ?? '');
      if (set === undefined || gateway === undefined) return [];
      return allowed === 'no'
        ? [{ set, gateway, listeners: [], allowed: false }]
        : [{ set, gateway, listeners, allowed: true }];
    },
  );
}
