import { namespacedName } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { NamedListenerSet } from '../listener-sets/named-listener-sets.ts';
import { listenerSetStatus, ownListenerSets } from '../listener-sets/own-listener-sets.ts';
import type { ObjectStatus, PredictedCondition } from '../status.ts';
import { listenerConditions } from './listener-conditions.ts';
import type { EnvoyGatewayTraits } from './traits.ts';
import type { EnvoyGatewayState } from './types.ts';

/**
 * Conditions of the ListenerSets (XListenerSets in 1.7) that name one of the Gateways, and of their listeners.
 *
 * @see Envoy Gateway internal/gatewayapi/listenerset.go `processListenerSet`, `ProcessListenerSetStatus`; 1.7: xlistenerset.go
 */
export function listenerSetStatuses(
  { context }: EnvoyGatewayState,
  gateways: readonly ManifestObject[],
): readonly ObjectStatus[] {
  return ownListenerSets(context.resolution, gateways).flatMap((own) =>
    listenerSetStatus(
      own,
      own.allowed ? accepted(context.traits) : refused(own, context.traits),
      listenerConditions(context, own.gateway.id),
    ),
  );
}

function refused(
  { set, gateway }: NamedListenerSet,
  { listenerSets }: EnvoyGatewayTraits,
): readonly PredictedCondition[] {
  const message = `${set.kind} attachment from namespace ${set.namespace} not allowed by Gateway ${namespacedName(gateway)}`;
  const reason = listenerSets ? 'NotAllowed' : 'Programmed';
  return [
    { type: 'Accepted', status: 'False', reason: 'NotAllowed', message },
    { type: 'Programmed', status: 'False', reason, message: 'Not Programmed' },
  ];
}

/** Since 1.8 each condition is counted by itself (pull request #8871). */
function accepted({ listenerSets }: EnvoyGatewayTraits): readonly PredictedCondition[] {
  return (['Accepted', 'Programmed'] as const).map((type): PredictedCondition => ({
    type,
    status: 'True',
    reason: type,
    message: listenerSets ? `All listeners are ${type.toLowerCase()}` : 'All listeners are valid',
  }));
}
