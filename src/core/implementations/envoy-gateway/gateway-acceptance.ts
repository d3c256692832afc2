import { groups, objectKey, stringAt, valueAt } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { PredictedCondition } from '../status.ts';
import type { EnvoyGatewayListener } from './listeners/gateway-listeners.ts';
import type { EnvoyGatewayState } from './types.ts';

/**
 * Accepted of a Gateway, which a cluster alone writes: since 1.9 it follows the Gateway's own listeners. Nothing is told
 * where an EnvoyProxy may be refused first.
 *
 * @param own listeners of the Gateway itself
 * @see Envoy Gateway internal/gatewayapi/status/gateway.go `UpdateGatewayStatusAccepted`
 */
export function gatewayAcceptance(
  { context }: EnvoyGatewayState,
  gateway: ManifestObject,
  own: readonly EnvoyGatewayListener[],
): readonly PredictedCondition[] {
  if (context.objectsFrom === 'file' || mayBeRefused(context, gateway)) return [];
  const lost = own.filter(
    ({ conditions }) =>
      !conditions.some(({ type, status }) => type === 'Accepted' && status === 'True'),
  );
  const names = lost
    .map(({ listener }) => listener.name)
    .sort()
    .join(', ');
  if (!context.traits.listenerPrecedence || lost.length === 0)
    return [accepted('True', 'Accepted', 'The Gateway has been scheduled by Envoy Gateway')];
  return lost.length < own.length
    ? [accepted('True', 'ListenersNotValid', `Listeners not valid: ${names}`)]
    : [accepted('False', 'ListenersNotValid', `No listeners are valid: ${names}`)];
}

function mayBeRefused(
  { resolution: { index } }: EnvoyGatewayState['context'],
  { value }: ManifestObject,
): boolean {
  const name = stringAt(value, ['spec', 'gatewayClassName']) ?? '';
  const gatewayClass = index.byKey.get(objectKey(groups.gateway, 'GatewayClass', '', name));
  return (
    valueAt(value, ['spec', 'infrastructure', 'parametersRef']) !== undefined ||
    valueAt(gatewayClass?.value, ['spec', 'parametersRef']) !== undefined
  );
}

function accepted(
  status: PredictedCondition['status'],
  reason: string,
  message: string,
): PredictedCondition {
  return { type: 'Accepted', status, reason, message };
}
