import { stringAt, valueAt } from '../../../gateway-api/index.ts';
import type { Listener } from '../../../gateway-api/types.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { AbsentSecrets } from '../../listeners/absent-secrets.ts';
import type { PredictedCondition } from '../../status.ts';
import type { EnvoyGatewayContext } from '../context.ts';
import { certificateConditions, namesCertificates } from './certificate-conditions.ts';
import { notProgrammed } from './conditions.ts';

/**
 * What is wrong with `tls` of a listener by itself.
 *
 * @see Envoy Gateway internal/gatewayapi/validate.go `validateTLSConfiguration`
 */
export function tlsConditions(
  context: EnvoyGatewayContext,
  owner: ManifestObject,
  listener: Listener,
  absent: AbsentSecrets,
): readonly PredictedCondition[] {
  const { protocol } = listener;
  const tls = valueAt(owner.value, ['spec', 'listeners', listener.index, 'tls']);
  const missing = notProgrammed(`Listener must have TLS set when protocol is ${protocol}.`);
  switch (protocol) {
    case 'HTTP':
    case 'TCP':
    case 'UDP':
      return tls === undefined
        ? []
        : [notProgrammed(`Listener must not have TLS set when protocol is ${protocol}.`)];
    case 'HTTPS': {
      if (tls === undefined) return [missing];
      const mode = stringAt(tls, ['mode']) ?? 'Terminate';
      if (mode !== 'Terminate') {
        const message = `TLS ${mode} mode is not supported, TLS mode must be Terminate.`;
        return [notProgrammed(message, 'UnsupportedTLSMode')];
      }
      return namesCertificates(owner, listener)
        ? certificateConditions(context, owner, listener, absent)
        : [notProgrammed('Listener must have at least 1 TLS certificate ref')];
    }
    case 'TLS':
      return tls === undefined ? [missing] : streamConditions(context, owner, listener, absent);
    default:
      return [];
  }
}

function streamConditions(
  context: EnvoyGatewayContext,
  owner: ManifestObject,
  listener: Listener,
  absent: AbsentSecrets,
): readonly PredictedCondition[] {
  const named = namesCertificates(owner, listener);
  if (listener.tlsMode === 'Passthrough')
    return named
      ? [notProgrammed('Listener must not have TLS certificate refs set for TLS mode Passthrough.')]
      : [];
  return named
    ? certificateConditions(context, owner, listener, absent)
    : [notProgrammed('Listener must have TLS certificate refs set for TLS mode Terminate.')];
}
