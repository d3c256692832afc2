import { itemsAt, numberAt, stringAt, type Resolution } from '../gateway-api/index.ts';
import type { ManifestObject } from '../manifest/types.ts';

/**
 * Whether the listeners of a Gateway have nothing against them that backend TLS does not know of: certificates
 * that are not among the files or not granted, or two listeners in one place.
 */
export function hasSoundListeners(
  { references }: Pick<Resolution, 'references'>,
  gateway: ManifestObject,
): boolean {
  const unresolved = references.some(
    ({ kind, from, target, permission }) =>
      kind === 'listenerCertificateRef' &&
      from.objectId === gateway.id &&
      (target.objectId === undefined || permission === 'denied'),
  );
  const places = itemsAt(gateway.value, ['spec', 'listeners']).map((listener) =>
    [numberAt(listener, ['port']), stringAt(listener, ['hostname'])].join('|'),
  );
  return !unresolved && new Set(places).size === places.length;
}
