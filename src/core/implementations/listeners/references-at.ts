import type { FieldPath } from '../../model/index.ts';
import { referencesFrom } from '../../gateway-api/references-from.ts';
import type { Listener, Reference, Resolution } from '../../gateway-api/types.ts';

/** References of an object whose path starts with the given steps, in document order. */
export function referencesAt(
  { references }: Pick<Resolution, 'references'>,
  objectId: string,
  path: FieldPath,
): readonly Reference[] {
  return referencesFrom(references, objectId).filter(({ from }) =>
    path.every((step, at) => from.path[at] === step),
  );
}

/** The `certificateRefs` of one listener. */
export function listenerCertificateRefs(
  resolution: Pick<Resolution, 'references'>,
  { gatewayId, listenerSetId, index }: Listener,
): readonly Reference[] {
  const path = ['spec', 'listeners', index, 'tls', 'certificateRefs'];
  return referencesAt(resolution, listenerSetId ?? gatewayId, path);
}
