import { CLIENT_CERTIFICATE_REF, valueAt } from '../../../gateway-api/index.ts';
import {
  listenerSetStatus,
  ownListenerSets,
  type OwnListenerSet,
} from '../../listener-sets/own-listener-sets.ts';
import type { ObjectStatus, PredictedCondition } from '../../status.ts';
import type { AgentgatewayState } from '../agentgateway-state.ts';
import { listenerConditions } from './listener-conditions.ts';
import { resolveClientReference } from './resolve-client-reference.ts';

/**
 * Conditions of ListenerSets and of their listeners, which tell of the Gateway's client certificate too. It would be
 * looked up from the namespace of the set, so a set in another one is not judged where there is such a reference.
 *
 * @see agentgateway controller/pkg/agentgateway/translator/gateway_collection.go `ListenerSetBuilder`
 */
export function listenerSetStatuses({
  resolution,
  gateways,
}: AgentgatewayState): readonly ObjectStatus[] {
  return ownListenerSets(resolution, gateways).flatMap((own) => {
    if (!own.allowed) return listenerSetStatus(own, REFUSED, () => []);
    if (isElsewhere(own)) return [];
    const error = resolveClientReference(resolution, own.gateway);
    return listenerSetStatus(own, ACCEPTED, () => listenerConditions(error));
  });
}

function isElsewhere({ set, gateway }: OwnListenerSet): boolean {
  const hasReference = valueAt(gateway.value, CLIENT_CERTIFICATE_REF) !== undefined;
  return hasReference && set.namespace !== gateway.namespace;
}

const REFUSED = ['Accepted', 'Programmed'].map((type): PredictedCondition => ({
  type,
  status: 'False',
  reason: 'NotAllowed',
  message: 'Gateway does not allow ListenerSet attachment',
}));

const ACCEPTED = ['Accepted', 'Programmed'].map((type): PredictedCondition => ({
  type,
  status: 'True',
  reason: type,
  message: `Resource ${type.toLowerCase()}`,
}));
