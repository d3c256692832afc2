import { indexObjects, resolve, type Resolution } from '../../../core/gateway-api/index.ts';
import type { ManifestObject } from '../../../core/manifest/types.ts';
import type { ImplementationId } from '../../../core/model/index.ts';

/** The resolution of a case; its Gateways are run by `id` whatever their class is called. */
export function resolveFor(id: ImplementationId, objects: readonly ManifestObject[]): Resolution {
  const gateways = objects.filter(({ kind }) => kind === 'Gateway');
  const overrides = Object.fromEntries(gateways.map(({ key }) => [key, id] as const));
  return resolve(indexObjects(objects), { overrides });
}
