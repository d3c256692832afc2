import type { Listener } from '../../gateway-api/types.ts';
import type { PredictedCondition } from '../status.ts';
import type { EnvoyGatewayContext } from './context.ts';
import { overlappingTls } from './overlapping-tls.ts';

const READY: readonly PredictedCondition[] = [
  {
    type: 'Programmed',
    status: 'True',
    reason: 'Programmed',
    message: 'Sending translated listener configuration to the data plane',
  },
  {
    type: 'Accepted',
    status: 'True',
    reason: 'Accepted',
    message: 'Listener has been successfully translated',
  },
  {
    type: 'ResolvedRefs',
    status: 'True',
    reason: 'ResolvedRefs',
    message: 'Listener references have been resolved',
  },
];

/**
 * Conditions of listeners that nothing stands against: what is told of all of them, and OverlappingTLSConfig where it
 * holds, which is never False.
 */
export function listenerConditions(
  context: EnvoyGatewayContext,
  gatewayId: string,
): (listener: Listener) => readonly PredictedCondition[] {
  const overlaps = overlappingTls(context, gatewayId);
  return (listener) => {
    const overlap = overlaps.get(listener);
    return overlap === undefined ? READY : [...READY, overlap];
  };
}
