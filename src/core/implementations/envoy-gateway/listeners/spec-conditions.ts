import type { Listener } from '../../../gateway-api/types.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { AbsentSecrets } from '../../listeners/absent-secrets.ts';
import { lacksSelector } from '../../listeners/lacks-selector.ts';
import type { PredictedCondition } from '../../status.ts';
import type { EnvoyGatewayContext } from '../context.ts';
import { notProgrammed } from './conditions.ts';
import { frontendConditions } from './frontend-conditions.ts';
import { routeKindConditions } from './route-kind-conditions.ts';
import { selectorError } from './selector-error.ts';
import { tlsConditions } from './tls-conditions.ts';

/**
 * What Envoy Gateway finds in a listener by itself, in the order in which it is found; nothing where all is right.
 *
 * @see Envoy Gateway internal/gatewayapi/validate.go `validateListenerSpec`
 */
export function specConditions(
  context: EnvoyGatewayContext,
  owner: ManifestObject,
  listener: Listener,
  absent: AbsentSecrets,
): readonly PredictedCondition[] {
  return [
    ...namespaceConditions(context, owner, listener),
    ...routeKindConditions(context.traits, owner, listener),
    ...tlsConditions(context, owner, listener, absent),
    ...frontendConditions(context, listener, absent),
    ...hostnameConditions(listener),
  ];
}

function namespaceConditions(
  { traits }: EnvoyGatewayContext,
  owner: ManifestObject,
  listener: Listener,
): readonly PredictedCondition[] {
  const message =
    'The allowedRoutes.namespaces.selector field must be specified when allowedRoutes.namespaces.from is set to "Selector".';
  if (lacksSelector(owner, listener)) return [notProgrammed(message)];
  const error = selectorError(traits, owner, listener);
  return error === null
    ? []
    : [notProgrammed(`The allowedRoutes.namespaces.selector could not be parsed: ${error}.`)];
}

function hostnameConditions({ protocol, hostname }: Listener): readonly PredictedCondition[] {
  const isLayer4 = protocol === 'TCP' || protocol === 'UDP';
  return isLayer4 && hostname !== undefined
    ? [notProgrammed(`Listener must not have hostname set when protocol is ${protocol}.`)]
    : [];
}
