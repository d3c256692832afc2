import type { Resolution } from '../../gateway-api/index.ts';
import type { Listener } from '../../gateway-api/types.ts';
import { listenerCertificates } from '../listener-certificates.ts';

/**
 * Whether nothing among the files stands against the certificates of a listener: NGINX Gateway Fabric needs every one of
 * them. A Secret that is not among the files is taken to be in the cluster.
 *
 * @see NGF graph/gateway_listener.go `createExternalReferencesForTLSSecretsResolver`
 */
export function isValidListener(
  resolution: Pick<Resolution, 'index' | 'references'>,
  listener: Listener,
): boolean {
  return listenerCertificates(resolution, listener)?.includes('refused') !== true;
}
