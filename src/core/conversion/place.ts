import { fieldText, namespacedName } from '../gateway-api/index.ts';
import type { ManifestObject } from '../manifest/types.ts';
import type { FieldPath } from '../model/index.ts';
import type { Place } from './types.ts';

/** A field of an object, as it is told; the whole object without `path`. */
export function placeOf(
  object: Pick<ManifestObject, 'key' | 'kind' | 'namespace' | 'name'>,
  path: FieldPath = [],
): Place {
  const { key, kind } = object;
  return {
    objectKey: key,
    object: `${kind} ${namespacedName(object)}`,
    field: fieldText(path),
  };
}
