import type { Listener } from '../../gateway-api/types.ts';
import type { AbsentSecrets } from '../listeners/absent-secrets.ts';
import type { EnvoyGatewayState } from './types.ts';

/** The reason and words of a route that only such listeners allow. */
export const NO_READY_LISTENERS = {
  reason: 'NoReadyListeners',
  message: 'There are no ready listeners for this parent ref',
} as const;

/**
 * Whether Envoy gets a listener.
 *
 * @see Envoy Gateway internal/gatewayapi/contexts.go `IsReady`
 */
export function isReadyListener(
  { context, listeners }: EnvoyGatewayState,
  { gatewayId, listenerSetId, index }: Listener,
  absent: AbsentSecrets,
): boolean {
  const gateway = context.resolution.index.byId.get(gatewayId);
  if (gateway === undefined) return false;
  return listeners(gateway, absent).some(
    ({ ready, listener }) =>
      ready && listener.listenerSetId === listenerSetId && listener.index === index,
  );
}
