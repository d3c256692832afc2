import { groupBy } from '../group-by.ts';
import { mergeListeners, type MergedListeners } from '../merged-listeners.ts';
import type { Listener, Reference, Resolution } from '../types.ts';

/** A resolution with what every condition asks for again and again. */
export interface StatusContext {
  readonly resolution: Resolution;
  readonly merged: MergedListeners;
  /** References of an object whose path starts with the given steps, in document order. */
  readonly referencesAt: (
    objectId: string,
    path: readonly (string | number)[],
  ) => readonly Reference[];
  /** Routes with Accepted=True on a listener. */
  readonly attachedRoutes: (listener: Listener) => number;
}

/** Prepares one resolution for {@link specStatus}. */
export function statusContext(resolution: Resolution): StatusContext {
  const { index, references, attachments } = resolution;
  const byObject = groupBy(references, ({ from }) => from.objectId);
  const routes = new Map<string, Set<string>>();
  for (const { routeId, listeners } of attachments)
    for (const { listener } of listeners) {
      const place = placeOf(listener);
      routes.set(place, (routes.get(place) ?? new Set()).add(routeId));
    }
  return {
    resolution,
    merged: mergeListeners(index, references),
    referencesAt: (objectId, path) =>
      (byObject.get(objectId) ?? []).filter(({ from }) =>
        path.every((step, at) => from.path[at] === step),
      ),
    attachedRoutes: (listener) => routes.get(placeOf(listener))?.size ?? 0,
  };
}

function placeOf({ gatewayId, listenerSetId, index }: Listener): string {
  return `${listenerSetId ?? gatewayId}|${index}`;
}
