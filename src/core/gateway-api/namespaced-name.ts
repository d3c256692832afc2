import type { ManifestObject } from '../manifest/types.ts';

/** `ns/name`, or `name` for cluster-scoped objects: how Kubernetes writes an object in a message. */
export function namespacedName(object: Pick<ManifestObject, 'namespace' | 'name'>): string {
  return object.namespace === '' ? object.name : `${object.namespace}/${object.name}`;
}
