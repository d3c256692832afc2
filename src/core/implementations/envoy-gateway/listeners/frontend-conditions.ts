import type { Listener } from '../../../gateway-api/types.ts';
import type { AbsentSecrets } from '../../listeners/absent-secrets.ts';
import { frontendPath } from '../../listeners/frontend-refs.ts';
import type { PredictedCondition } from '../../status.ts';
import type { EnvoyGatewayContext } from '../context.ts';
import { notProgrammed, unresolved } from './conditions.ts';
import { frontendError } from './frontend-error.ts';

/** What the CAs for clients of an HTTPS listener cost it. */
export function frontendConditions(
  context: EnvoyGatewayContext,
  listener: Listener,
  absent: AbsentSecrets,
): readonly PredictedCondition[] {
  const gateway = context.resolution.index.byId.get(listener.gatewayId);
  if (gateway === undefined || listener.protocol !== 'HTTPS' || !context.traits.gatewayBackendTls)
    return [];
  const error = frontendError(context, gateway, frontendPath(gateway, listener), absent);
  if (error === null) return [];
  const message = `Listener has invalid caCertificateRef for frontend TLS validation: ${error.message}`;
  return [
    unresolved(error.reason, message),
    notProgrammed(message, error.reason),
    { type: 'Accepted', status: 'False', reason: 'NoValidCACertificate', message },
  ];
}
