import type { Listener } from '../../gateway-api/types.ts';
import { listenerCertificates } from '../listener-certificates.ts';
import type { EnvoyGatewayContext } from './context.ts';

/** The reason and words of a route that only such listeners allow. */
export const NO_READY_LISTENERS = {
  reason: 'NoReadyListeners',
  message: 'There are no ready listeners for this parent ref',
} as const;

/**
 * Whether the certificates of a listener let Envoy Gateway program it: one that can be used is enough. A Secret that is
 * not among the files is taken to be in the cluster; read from a file it is missing.
 *
 * @see internal/gatewayapi/validate.go `validateTerminateModeAndGetTLSSecrets`, `validateListenerConditions`
 */
export function isReadyListener(
  { resolution, objectsFrom }: EnvoyGatewayContext,
  listener: Listener,
): boolean {
  const certificates = listenerCertificates(resolution, listener);
  if (certificates === null) return true;
  const mayWork = objectsFrom === 'file' ? ['usable'] : ['usable', 'unknown'];
  return certificates.some((one) => mayWork.includes(one));
}
