import { kinds, namespacedName } from '../../../gateway-api/index.ts';
import { mergeListeners } from '../../../gateway-api/merged-listeners.ts';
import type { ListenerSetAttachment } from '../../../gateway-api/types.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import { hasSoundListeners } from '../../has-sound-listeners.ts';
import type { ObjectStatus } from '../../status.ts';
import { readsListenerSets } from '../versions.ts';
import { met, unmet } from './conditions.ts';
import { listenerConditions } from './listener-conditions.ts';
import type { StatusContext } from './status-context.ts';

/**
 * Conditions of the ListenerSets that name a Gateway of NGINX Gateway Fabric, and of their listeners. One whose
 * listeners have something against them that backend TLS does not know of gets no prediction; a failed reload is not
 * told here, nor is an XListenerSet, which the controller does not read.
 *
 * @see NGF graph/listenerset.go `validateListenerSet`, status/prepare_requests.go `PrepareListenerSetRequests`
 */
export function listenerSetStatuses(context: StatusContext): readonly ObjectStatus[] {
  const { state, gateways, version } = context;
  if (!readsListenerSets(version)) return [];
  const { index, references } = state.resolution;
  const own = new Map(gateways.map((gateway) => [gateway.id, gateway]));
  return mergeListeners(index, references).listenerSets.flatMap((attachment) => {
    const set = index.byId.get(attachment.listenerSetId);
    const gateway = own.get(attachment.gatewayId ?? '');
    if (set === undefined || gateway === undefined) return [];
    if (`${set.group}/${set.kind}` !== kinds.listenerSet) return [];
    if (attachment.allowed === 'no') return [notAllowed(set, gateway)];
    return isSound(context, set, attachment) ? accepted(context, set, attachment) : [];
  });
}

function isSound(
  { state }: StatusContext,
  set: ManifestObject,
  { listeners }: ListenerSetAttachment,
): boolean {
  const conflicts = listeners.some(({ conflict }) => conflict !== undefined);
  return !conflicts && hasSoundListeners(state.resolution, set);
}

function notAllowed(set: ManifestObject, gateway: ManifestObject): ObjectStatus {
  const message = `ListenerSet is not allowed by parent Gateway ${namespacedName(gateway)} AllowedListeners configuration`;
  const conditions = ['Accepted', 'Programmed'].map((type) => unmet(type, 'NotAllowed', message));
  return { objectId: set.id, kind: 'object', conditions };
}

function accepted(
  { version }: StatusContext,
  set: ManifestObject,
  { listeners }: ListenerSetAttachment,
): readonly ObjectStatus[] {
  const conditions = [
    met('Programmed', 'Programmed', 'The ListenerSet is programmed'),
    met('Accepted', 'Accepted', 'The ListenerSet is accepted'),
  ];
  return [
    { objectId: set.id, kind: 'object', conditions },
    ...listeners.map((listener): ObjectStatus => ({
      objectId: set.id,
      kind: 'listener',
      ref: { name: set.name, namespace: set.namespace, sectionName: listener.name },
      conditions: listenerConditions(version, null),
    })),
  ];
}
