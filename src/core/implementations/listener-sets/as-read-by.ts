import { kinds, type Resolution } from '../../gateway-api/index.ts';
import { attachRoutes } from '../../gateway-api/attach-routes.ts';
import type { ImplementationId } from '../../model/index.ts';
import { readListenerSetKinds } from './read-kinds.ts';

/** The same view each time: what follows from it is remembered by its identity. */
const views = new WeakMap<Resolution, Map<string, Resolution>>();

/**
 * A resolution as one controller reads it: ListenerSets of a kind that it does not watch lead to no Gateway.
 *
 * @returns the resolution itself where the controller reads all of them
 */
export function asReadBy(
  id: ImplementationId,
  version: string,
  resolution: Resolution,
): Resolution {
  const known = views.get(resolution) ?? new Map<string, Resolution>();
  views.set(resolution, known);
  const key = `${id}|${version}`;
  const view = known.get(key) ?? makeView(id, version, resolution);
  known.set(key, view);
  return view;
}

function makeView(id: ImplementationId, version: string, resolution: Resolution): Resolution {
  const { index } = resolution;
  const read = readListenerSetKinds(id, version, index);
  const unread = new Set(
    [kinds.listenerSet, kinds.xListenerSet]
      .filter((kind) => !read.includes(kind))
      .flatMap((kind) => index.ofKind(kind).map((set) => set.id)),
  );
  if (unread.size === 0) return resolution;
  const references = resolution.references.filter(
    ({ kind, from }) => kind !== 'parentRef' || !unread.has(from.objectId),
  );
  return {
    ...resolution,
    references,
    attachments: attachRoutes(index, references),
    connections: resolution.connections.filter(
      ({ listener }) => !unread.has(listener.listenerSetId ?? ''),
    ),
  };
}
