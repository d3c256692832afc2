import type { Listener } from '../../gateway-api/types.ts';
import type { NgfState } from './ngf-state.ts';

/**
 * Whether a listener is written to nginx. A Secret that is not among the files is taken to be in the cluster.
 *
 * @see NGF graph/gateway_listener.go `Listener.Valid`
 */
export function isValidListener(
  { resolution, listeners }: NgfState,
  version: string,
  { gatewayId, listenerSetId, index }: Listener,
): boolean {
  const gateway = resolution.index.byId.get(gatewayId);
  if (gateway === undefined) return false;
  return listeners(gateway, version, 'assumed').some(
    ({ valid, listener }) =>
      valid && listener.listenerSetId === listenerSetId && listener.index === index,
  );
}
