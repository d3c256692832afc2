import type { Listener } from '../../gateway-api/types.ts';
import type { EnvoyGatewayState } from './types.ts';

/** The reason and words of a route that only such listeners allow. */
export const NO_READY_LISTENERS = {
  reason: 'NoReadyListeners',
  message: 'There are no ready listeners for this parent ref',
} as const;

/**
 * Whether Envoy gets a listener. A Secret that is not among the files is taken to be in the cluster; read from a file it
 * is missing.
 *
 * @see Envoy Gateway internal/gatewayapi/contexts.go `IsReady`
 */
export function isReadyListener(
  { context, listeners }: EnvoyGatewayState,
  { gatewayId, listenerSetId, index }: Listener,
): boolean {
  const gateway = context.resolution.index.byId.get(gatewayId);
  if (gateway === undefined) return false;
  const all = listeners(gateway, context.objectsFrom === 'file' ? 'missing' : 'assumed');
  return all.some(
    ({ ready, listener }) =>
      ready && listener.listenerSetId === listenerSetId && listener.index === index,
  );
}
