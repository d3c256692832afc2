import { itemsAt, numberAt, stringAt, type Reference } from '../../gateway-api/index.ts';
import type { Listener, Resolution } from '../../gateway-api/types.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';
import { referencesAt } from './references-at.ts';

/** Where the CAs for clients of a Gateway stand. */
export const FRONTEND = ['spec', 'tls', 'frontend'];

/** The CAs that clients of one listener are verified with. */
export interface FrontendRefs {
  readonly references: readonly Reference[];
  /** AllowInsecureFallback: clients without a valid certificate get in too. */
  readonly insecure: boolean;
}

/** The entry of `Gateway.spec.tls.frontend` for the port of a listener. */
export function frontendPath(gateway: ManifestObject, { port }: Listener): FieldPath {
  const at = itemsAt(gateway.value, [...FRONTEND, 'perPort']).findIndex(
    (entry) => numberAt(entry, ['port']) === port,
  );
  return at < 0 ? [...FRONTEND, 'default'] : [...FRONTEND, 'perPort', at, 'tls'];
}

/** `Gateway.spec.tls.frontend` for one port: `perPort` where the port has an entry, else `default`. */
export function frontendRefs(
  resolution: Pick<Resolution, 'references'>,
  gateway: ManifestObject,
  listener: Listener,
): FrontendRefs {
  const path = frontendPath(gateway, listener);
  const mode = stringAt(gateway.value, [...path, 'validation', 'mode']);
  return {
    references: referencesAt(resolution, gateway.id, path).filter(
      ({ kind }) => kind === 'caCertificateRef',
    ),
    insecure: mode === 'AllowInsecureFallback',
  };
}
