import { stringAt, valueAt } from '../../gateway-api/index.ts';
import type { Listener } from '../../gateway-api/types.ts';
import type { ManifestObject } from '../../manifest/types.ts';

/** Whether `allowedRoutes.namespaces` of a listener is to select namespaces and has nothing to select them by. */
export function lacksSelector({ value }: ManifestObject, { index }: Listener): boolean {
  const namespaces = valueAt(value, ['spec', 'listeners', index, 'allowedRoutes', 'namespaces']);
  return (
    stringAt(namespaces, ['from']) === 'Selector' && valueAt(namespaces, ['selector']) === undefined
  );
}
