import { namespacedName } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import { namedListenerSets, type NamedListenerSet } from '../listener-sets/named-listener-sets.ts';
import { listenerStatuses } from '../listeners/listener-statuses.ts';
import type { ObjectStatus, PredictedCondition } from '../status.ts';
import type { EnvoyGatewayListener } from './listeners/gateway-listeners.ts';
import type { EnvoyGatewayTraits } from './traits.ts';
import type { EnvoyGatewayState } from './types.ts';

/**
 * Conditions of the ListenerSets (XListenerSets in 1.7) that name one of the Gateways, and of their listeners.
 *
 * @see Envoy Gateway internal/gatewayapi/listenerset.go `processListenerSet`, `ProcessListenerSetStatus`; 1.7: xlistenerset.go
 */
export function listenerSetStatuses(
  { context, listeners }: EnvoyGatewayState,
  gateways: readonly ManifestObject[],
): readonly ObjectStatus[] {
  const { traits, resolution } = context;
  return namedListenerSets(resolution, gateways).flatMap((named): ObjectStatus[] => {
    const { set, gateway, allowed } = named;
    if (!allowed) return [{ objectId: set.id, kind: 'object', conditions: refused(named, traits) }];
    const own = listeners(gateway, 'missing').filter(
      ({ listener }) => listener.listenerSetId === set.id,
    );
    const conditions = traits.listenerSets ? counted(own) : together(own);
    return [{ objectId: set.id, kind: 'object', conditions }, ...listenerStatuses(set, own)];
  });
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

const LOST = 'ListenersNotValid';

/** Since 1.8 each condition is counted by itself (pull request #8871). */
function counted(own: readonly EnvoyGatewayListener[]): readonly PredictedCondition[] {
  return (['Accepted', 'Programmed'] as const).map((type): PredictedCondition => {
    const count = countOf(own, type);
    const word = type.toLowerCase();
    if (count === own.length)
      return { type, status: 'True', reason: type, message: `All listeners are ${word}` };
    if (count === 0)
      return { type, status: 'False', reason: LOST, message: `No listeners are ${word}` };
    return type === 'Accepted'
      ? { type, status: 'True', reason: LOST, message: 'Some listeners are invalid' }
      : { type, status: 'True', reason: type, message: 'Some listeners are not programmed' };
  });
}

/** In 1.7 both conditions follow the accepted listeners. */
function together(own: readonly EnvoyGatewayListener[]): readonly PredictedCondition[] {
  const count = countOf(own, 'Accepted');
  const all = count === own.length;
  const status = count > 0 || all ? 'True' : 'False';
  const message = `${all ? 'All' : count > 0 ? 'Some' : 'All'} listeners are ${all ? 'valid' : 'invalid'}`;
  const programmed = status === 'True' ? 'Programmed' : 'Invalid';
  return [
    { type: 'Accepted', status, reason: all ? 'Accepted' : LOST, message },
    { type: 'Programmed', status, reason: programmed, message },
  ];
}

function countOf(own: readonly EnvoyGatewayListener[], type: string): number {
  return own.filter(({ conditions }) =>
    conditions.some((condition) => condition.type === type && condition.status === 'True'),
  ).length;
}
