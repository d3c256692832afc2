import type { ManifestObject } from '../manifest/types.ts';
import type { ObjectIndex } from './types.ts';

/**
 * Indexes the objects of all files in apply order. Of two definitions with the same key the later one wins,
 * as with `kubectl apply`; the earlier one is kept in `all` and `byId` and marked in `shadowed`.
 */
export function indexObjects(objects: readonly ManifestObject[]): ObjectIndex {
  const byId = new Map<string, ManifestObject>();
  const byKey = new Map<string, ManifestObject>();
  const shadowed = new Set<string>();
  for (const object of objects) {
    byId.set(object.id, object);
    const earlier = byKey.get(object.key);
    if (earlier !== undefined) shadowed.add(earlier.id);
    byKey.set(object.key, object);
  }
  const byGroupKind = new Map<string, ManifestObject[]>();
  for (const object of objects) {
    if (shadowed.has(object.id)) continue;
    const groupKind = `${object.group}/${object.kind}`;
    const list = byGroupKind.get(groupKind);
    if (list === undefined) byGroupKind.set(groupKind, [object]);
    else list.push(object);
  }
  return {
    all: objects,
    byId,
    byKey,
    shadowed,
    ofKind: (groupKind) => byGroupKind.get(groupKind) ?? [],
  };
}
