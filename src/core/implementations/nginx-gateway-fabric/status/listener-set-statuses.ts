import { namespacedName } from '../../../gateway-api/index.ts';
import { mergeListeners } from '../../../gateway-api/merged-listeners.ts';
import type { NamedListenerSet } from '../../listener-sets/named-listener-sets.ts';
import { listenerSetStatus, ownListenerSets } from '../../listener-sets/own-listener-sets.ts';
import type { ObjectStatus, PredictedCondition } from '../../status.ts';
import { met, unmet } from './conditions.ts';
import { listenerConditions } from './listener-conditions.ts';
import type { StatusContext } from './status-context.ts';

/**
 * Conditions of the ListenerSets that name a Gateway of NGINX Gateway Fabric, and of their listeners. A failed reload is
 * not told here.
 *
 * @see NGF graph/listenerset.go `validateListenerSet`, status/prepare_requests.go `PrepareListenerSetRequests`
 */
export function listenerSetStatuses({
  state,
  gateways,
  version,
}: StatusContext): readonly ObjectStatus[] {
  const { index, references } = state.resolution;
  return ownListenerSets(state.resolution, gateways).flatMap((own) => {
    const all = mergeListeners(index, references).ofGateway(own.gateway.id);
    return listenerSetStatus(own, own.allowed ? ACCEPTED : refused(own), (listener) =>
      listenerConditions(version, listener, all, null),
    );
  });
}

const ACCEPTED: readonly PredictedCondition[] = [
  met('Programmed', 'Programmed', 'The ListenerSet is programmed'),
  met('Accepted', 'Accepted', 'The ListenerSet is accepted'),
];

function refused({ gateway }: NamedListenerSet): readonly PredictedCondition[] {
  const message = `ListenerSet is not allowed by parent Gateway ${namespacedName(gateway)} AllowedListeners configuration`;
  return ['Accepted', 'Programmed'].map((type) => unmet(type, 'NotAllowed', message));
}
