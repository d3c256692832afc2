import type { Listener } from '../../gateway-api/types.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { ObjectStatus, PredictedCondition } from '../status.ts';

/** The entries of listeners in `status.listeners` of the Gateway or ListenerSet that they stand in. */
export function listenerStatuses(
  { id, name, namespace }: ManifestObject,
  listeners: readonly {
    readonly listener: Listener;
    readonly conditions: readonly PredictedCondition[];
  }[],
): readonly ObjectStatus[] {
  return listeners.map(({ listener, conditions }) => ({
    objectId: id,
    kind: 'listener',
    ref: { name, namespace, sectionName: listener.name },
    conditions,
  }));
}
