import { kinds, namespacedName } from '../../gateway-api/index.ts';
import { mergeListeners } from '../../gateway-api/merged-listeners.ts';
import type { ListenerSetAttachment } from '../../gateway-api/types.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import { hasSoundListeners } from '../has-sound-listeners.ts';
import type { ObjectStatus, PredictedCondition } from '../status.ts';
import { LISTENER_READY } from './listener-ready.ts';
import type { EnvoyGatewayState } from './types.ts';

/**
 * Conditions of the ListenerSets that name one of the Gateways, and of their listeners. One whose listeners have
 * something against them that backend TLS does not know of gets no prediction, nor does an XListenerSet.
 *
 * @see Envoy Gateway internal/gatewayapi/listenerset.go `processListenerSet`, `ProcessListenerSetStatus`
 */
export function listenerSetStatuses(
  { context }: EnvoyGatewayState,
  gateways: readonly ManifestObject[],
): readonly ObjectStatus[] {
  if (!context.traits.listenerSets) return [];
  const { resolution } = context;
  const { index, references } = resolution;
  const own = new Map(gateways.map((gateway) => [gateway.id, gateway]));
  return mergeListeners(index, references).listenerSets.flatMap((attachment) => {
    const set = index.byId.get(attachment.listenerSetId);
    const gateway = own.get(attachment.gatewayId ?? '');
    if (set === undefined || gateway === undefined) return [];
    if (`${set.group}/${set.kind}` !== kinds.listenerSet) return [];
    if (attachment.allowed === 'no') return [notAllowed(set, gateway)];
    const conflicts = attachment.listeners.some(({ conflict }) => conflict !== undefined);
    return conflicts || !hasSoundListeners(resolution, set) ? [] : accepted(set, attachment);
  });
}

function notAllowed(set: ManifestObject, gateway: ManifestObject): ObjectStatus {
  const message = `ListenerSet attachment from namespace ${set.namespace} not allowed by Gateway ${namespacedName(gateway)}`;
  return {
    objectId: set.id,
    kind: 'object',
    conditions: [
      { type: 'Accepted', status: 'False', reason: 'NotAllowed', message },
      { type: 'Programmed', status: 'False', reason: 'NotAllowed', message: 'Not Programmed' },
    ],
  };
}

function accepted(
  set: ManifestObject,
  { listeners }: ListenerSetAttachment,
): readonly ObjectStatus[] {
  const conditions = (['Accepted', 'Programmed'] as const).map((type): PredictedCondition => ({
    type,
    status: 'True',
    reason: type,
    message: 'All listeners are valid',
  }));
  return [
    { objectId: set.id, kind: 'object', conditions },
    ...listeners.map((listener): ObjectStatus => ({
      objectId: set.id,
      kind: 'listener',
      ref: { name: set.name, namespace: set.namespace, sectionName: listener.name },
      conditions: LISTENER_READY,
    })),
  ];
}
