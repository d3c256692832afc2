import { stringAt, valueAt } from '../../../gateway-api/index.ts';
import type { Listener } from '../../../gateway-api/types.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { AbsentSecrets } from '../../listeners/absent-secrets.ts';
import type { PredictedCondition } from '../../status.ts';
import type { EnvoyGatewayContext } from '../context.ts';
import { notProgrammed } from './conditions.ts';
import { routeKindConditions } from './route-kind-conditions.ts';
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
    ...namespaceConditions(owner, listener),
    ...routeKindConditions(context.traits, owner, listener),
    ...tlsConditions(context, owner, listener, absent),
    ...hostnameConditions(listener),
  ];
}

function namespaceConditions(
  { value }: ManifestObject,
  { index }: Listener,
): readonly PredictedCondition[] {
  const namespaces = valueAt(value, ['spec', 'listeners', index, 'allowedRoutes', 'namespaces']);
  const lacksSelector =
    stringAt(namespaces, ['from']) === 'Selector' &&
    valueAt(namespaces, ['selector']) === undefined;
  const message =
    'The allowedRoutes.namespaces.selector field must be specified when allowedRoutes.namespaces.from is set to "Selector".';
  return lacksSelector ? [notProgrammed(message)] : [];
}

function hostnameConditions({ protocol, hostname }: Listener): readonly PredictedCondition[] {
  const isLayer4 = protocol === 'TCP' || protocol === 'UDP';
  return isLayer4 && hostname !== undefined
    ? [notProgrammed(`Listener must not have hostname set when protocol is ${protocol}.`)]
    : [];
}
