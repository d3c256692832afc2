import { hasRefusedValue, type ObjectIndex } from '../gateway-api/index.ts';
import { objectKey } from '../manifest/object-key.ts';
import type { ManifestObject } from '../manifest/types.ts';

/**
 * A ConfigMap or Secret as a controller finds it: one that the API server would refuse for its data does not
 * exist for it.
 */
export function storedObject(
  index: ObjectIndex,
  kind: 'ConfigMap' | 'Secret',
  namespace: string,
  name: string,
): ManifestObject | undefined {
  const object = index.byKey.get(objectKey('', kind, namespace, name));
  return object === undefined || hasRefusedValue(object) ? undefined : object;
}
