import type { ManifestObject } from '../../manifest/types.ts';
import type { ObjectStatus } from '../status.ts';
import type { StatusContext } from './context.ts';
import type { ListenerVerdict } from './listener-verdict.ts';

/** The entry of one listener in `status.listeners` of the Gateway or ListenerSet that it stands in. */
export function listenerStatus(
  { attachedRoutes }: StatusContext,
  owner: ManifestObject,
  { listener, conditions, supportedKinds }: ListenerVerdict,
): ObjectStatus {
  return {
    objectId: owner.id,
    kind: 'listener',
    ref: { name: owner.name, namespace: owner.namespace, sectionName: listener.name },
    conditions,
    attachedRoutes: attachedRoutes(listener),
    supportedKinds,
  };
}
