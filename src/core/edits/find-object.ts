import type { ManifestObject } from '../manifest/types.ts';
import type { EditSource } from './types.ts';

/** Every definition of an object, the one that wins last; an edit of the object is one of all of them. */
export function definitionsOf({ index }: EditSource, objectKey: string): readonly ManifestObject[] {
  return index.all.filter(({ key }) => key === objectKey);
}

/** The parts of an object key; null when it is none. */
export function readObjectKey(key: string): ObjectName | null {
  const [group, kind, namespace, name, ...rest] = key.split('/');
  if (group === undefined || kind === undefined || namespace === undefined) return null;
  if (name === undefined || name === '' || rest.length > 0) return null;
  return { key, group, kind, namespace, name };
}

/** What an object key says. */
export type ObjectName = Pick<ManifestObject, 'key' | 'group' | 'kind' | 'namespace' | 'name'>;
