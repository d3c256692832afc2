import { namedListenerSets } from '../../listener-sets/named-listener-sets.ts';
import type { ObjectStatus, PredictedCondition } from '../../status.ts';
import type { AgentgatewayState } from '../agentgateway-state.ts';
import type { AgentgatewayListener } from '../listeners/gateway-listeners.ts';
import { listenerStatuses } from '../../listeners/listener-statuses.ts';

/**
 * Conditions of ListenerSets and of their listeners, which tell of the Gateway's client certificate too.
 *
 * @see agentgateway controller/pkg/agentgateway/translator/gateway_collection.go `ListenerSetBuilder`,
 *   controller/pkg/syncer `buildFinalListenerSetStatus`
 */
export function listenerSetStatuses({
  resolution,
  gateways,
  listeners,
}: AgentgatewayState): readonly ObjectStatus[] {
  return namedListenerSets(resolution, gateways).flatMap(
    ({ set, gateway, allowed }): ObjectStatus[] => {
      if (!allowed) return [{ objectId: set.id, kind: 'object', conditions: REFUSED }];
      const own = listeners(gateway).filter(({ listener }) => listener.listenerSetId === set.id);
      return [
        { objectId: set.id, kind: 'object', conditions: conditionsOf(own) },
        ...listenerStatuses(set, own),
      ];
    },
  );
}

/** Accepted tells of listeners that do not work even where it is True; a message has neither. */
function conditionsOf(own: readonly AgentgatewayListener[]): readonly PredictedCondition[] {
  const broken = own.filter(({ valid, conflict }) => !valid || conflict !== undefined).length;
  if (broken === 0) return ACCEPTED;
  const works = broken < own.length;
  const status = works ? 'True' : 'False';
  return [
    { type: 'Accepted', status, reason: 'ListenersNotValid', message: '' },
    { type: 'Programmed', status, reason: works ? 'Programmed' : 'ListenersNotValid', message: '' },
  ];
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
