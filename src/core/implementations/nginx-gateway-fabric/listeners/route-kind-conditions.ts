import { groups, itemsAt, stringAt } from '../../../gateway-api/index.ts';
import type { Listener } from '../../../gateway-api/types.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { PredictedCondition } from '../../status.ts';
import { unmet } from '../status/conditions.ts';
import { notProgrammed } from './draft.ts';

const TAKEN: Readonly<Record<string, readonly string[]>> = {
  HTTP: ['HTTPRoute', 'GRPCRoute'],
  HTTPS: ['HTTPRoute', 'GRPCRoute'],
  TLS: ['TLSRoute'],
  TCP: ['TCPRoute'],
  UDP: ['UDPRoute'],
};

/** @see NGF graph/gateway_listener.go `getAndValidateListenerSupportedKinds` */
export function routeKindConditions(
  owner: ManifestObject,
  { index, protocol }: Listener,
): readonly PredictedCondition[] {
  const taken = TAKEN[protocol] ?? [];
  return itemsAt(owner.value, ['spec', 'listeners', index, 'allowedRoutes', 'kinds']).flatMap(
    (entry) => {
      const kind = stringAt(entry, ['kind']) ?? '';
      const group = stringAt(entry, ['group']) ?? groups.gateway;
      if (group === groups.gateway && taken.includes(kind)) return [];
      const message = `Unsupported route kind for protocol ${protocol} "${group}/${kind}"`;
      return [unmet('ResolvedRefs', 'InvalidRouteKinds', message), notProgrammed(message)];
    },
  );
}
