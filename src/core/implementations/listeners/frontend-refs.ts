import { itemsAt, numberAt, stringAt, type Reference } from '../../gateway-api/index.ts';
import type { Listener, Resolution } from '../../gateway-api/types.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import { referencesAt } from './references-at.ts';

const FRONTEND = ['spec', 'tls', 'frontend'];

/** The CAs that clients of one listener are verified with. */
export interface FrontendRefs {
  readonly references: readonly Reference[];
  /** AllowInsecureFallback: clients without a valid certificate get in too. */
  readonly insecure: boolean;
}

/** `Gateway.spec.tls.frontend` for one port: `perPort` where the port has an entry, else `default`. */
export function frontendRefs(
  resolution: Pick<Resolution, 'references'>,
  gateway: ManifestObject,
  { port }: Listener,
): FrontendRefs {
  const at = itemsAt(gateway.value, [...FRONTEND, 'perPort']).findIndex(
    (entry) => numberAt(entry, ['port']) === port,
  );
  const path = at < 0 ? [...FRONTEND, 'default'] : [...FRONTEND, 'perPort', at, 'tls'];
  const mode = stringAt(gateway.value, [...path, 'validation', 'mode']);
  return {
    references: referencesAt(resolution, gateway.id, path).filter(
      ({ kind }) => kind === 'caCertificateRef',
    ),
    insecure: mode === 'AllowInsecureFallback',
  };
}
