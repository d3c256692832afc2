import type { Listener } from '../../gateway-api/types.ts';
import type { AbsentSecrets } from '../listeners/absent-secrets.ts';
import type { NgfState } from './ngf-state.ts';

/**
 * Whether a listener is written to nginx.
 *
 * @see NGF graph/gateway_listener.go `Listener.Valid`
 */
export function isValidListener(
  { resolution, listeners }: NgfState,
  version: string,
  { gatewayId, listenerSetId, index }: Listener,
  absent: AbsentSecrets,
): boolean {
  const gateway = resolution.index.byId.get(gatewayId);
  if (gateway === undefined) return false;
  return listeners(gateway, version, absent).some(
    ({ valid, listener }) =>
      valid && listener.listenerSetId === listenerSetId && listener.index === index,
  );
}
