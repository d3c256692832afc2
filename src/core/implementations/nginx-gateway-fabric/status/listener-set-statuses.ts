import { namespacedName } from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import {
  namedListenerSets,
  type NamedListenerSet,
} from '../../listener-sets/named-listener-sets.ts';
import { listenerStatuses } from '../../listeners/listener-statuses.ts';
import type { ObjectStatus, PredictedCondition } from '../../status.ts';
import { isInvalidGateway } from '../is-invalid-gateway.ts';
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
  return namedListenerSets(state.resolution, gateways).flatMap((named): ObjectStatus[] => {
    const { set, gateway, allowed } = named;
    if (isInvalidGateway({ state, version }, gateway))
      return [{ objectId: set.id, kind: 'object', conditions: withoutParent(gateway) }];
    if (!allowed) return [{ objectId: set.id, kind: 'object', conditions: refused(named) }];
    const own = state
      .listeners(gateway, version, 'missing')
      .filter(({ listener }) => listener.listenerSetId === set.id);
    const conditions = own.some(({ valid }) => valid) ? ACCEPTED : NOT_VALID;
    const listeners = own.map((one) => ({
      ...one,
      conditions: listenerConditions(version, one, null),
    }));
    return [{ objectId: set.id, kind: 'object', conditions }, ...listenerStatuses(set, listeners)];
  });
}

const ACCEPTED: readonly PredictedCondition[] = [
  met('Programmed', 'Programmed', 'The ListenerSet is programmed'),
  met('Accepted', 'Accepted', 'The ListenerSet is accepted'),
];

const NOT_VALID = ['Accepted', 'Programmed'].map((type) =>
  unmet(type, 'ListenersNotValid', 'All listeners are invalid'),
);

function refused({ gateway }: NamedListenerSet): readonly PredictedCondition[] {
  const message = `ListenerSet is not allowed by parent Gateway ${namespacedName(gateway)} AllowedListeners configuration`;
  return ['Accepted', 'Programmed'].map((type) => unmet(type, 'NotAllowed', message));
}

function withoutParent(gateway: ManifestObject): readonly PredictedCondition[] {
  const message = `Parent Gateway ${namespacedName(gateway)} is not accepted`;
  return ['Accepted', 'Programmed'].map((type) => unmet(type, 'ParentNotAccepted', message));
}
