import type { ManifestObject } from '../manifest/types.ts';
import { itemsAt, stringAt, valueAt } from './json.ts';
import { rememberByIdentity } from './remember-by-identity.ts';

/** One entry of `Service.spec.ports` with the defaults of the API filled in. */
export interface ServicePort {
  readonly index: number;
  readonly port: number;
  readonly name?: string;
  /** A number, or the name of a container port; defaults to `port`. */
  readonly targetPort: number | string;
  readonly protocol: string;
  readonly appProtocol?: string;
}

/**
 * The ports of a Service, in order. An entry without a port number is left to validation. Asked for by every route,
 * policy and connection that leads to the Service.
 */
export const servicePorts = rememberByIdentity(readPorts);

function readPorts(service: ManifestObject): readonly ServicePort[] {
  return itemsAt(service.value, ['spec', 'ports']).flatMap((entry, index): ServicePort[] => {
    const port = valueAt(entry, ['port']);
    if (typeof port !== 'number') return [];
    const target = valueAt(entry, ['targetPort']);
    const name = stringAt(entry, ['name']);
    const appProtocol = stringAt(entry, ['appProtocol']);
    return [
      {
        index,
        port,
        targetPort: typeof target === 'number' || typeof target === 'string' ? target : port,
        protocol: stringAt(entry, ['protocol']) ?? 'TCP',
        ...(name === undefined ? {} : { name }),
        ...(appProtocol === undefined ? {} : { appProtocol }),
      },
    ];
  });
}
