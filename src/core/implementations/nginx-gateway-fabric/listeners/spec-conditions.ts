import type { Listener } from '../../../gateway-api/types.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import { lacksSelector } from '../../listeners/lacks-selector.ts';
import type { PredictedCondition } from '../../status.ts';
import { fieldError } from '../field-error.ts';
import { unmet } from '../status/conditions.ts';
import { validateHostname } from '../validate-hostname.ts';
import { readsTcpListeners } from '../versions.ts';
import { notProgrammed, unsupportedValue } from './draft.ts';
import { routeKindConditions } from './route-kind-conditions.ts';
import { tlsConditions } from './tls-conditions.ts';

/**
 * What NGINX Gateway Fabric finds in a listener by itself.
 *
 * @param metrics the port of nginx's metrics
 * @see NGF graph/gateway_listener.go `newListenerConfiguratorFactory`
 */
export function specConditions(
  version: string,
  owner: ManifestObject,
  listener: Listener,
  metrics?: number,
): readonly PredictedCondition[] {
  const { protocol, hostname = '' } = listener;
  const known = readsTcpListeners(version)
    ? ['HTTP', 'HTTPS', 'TLS', 'TCP', 'UDP']
    : ['HTTP', 'HTTPS', 'TLS'];
  if (!known.includes(protocol)) {
    const message = fieldError.notSupported('protocol', protocol, known);
    return [unmet('Accepted', 'UnsupportedProtocol', message), notProgrammed(message)];
  }
  const isLayer4 = protocol === 'TCP' || protocol === 'UDP';
  const wrong = isLayer4 || hostname === '' ? null : validateHostname(hostname);
  return [
    ...routeKindConditions(owner, listener),
    ...selectorConditions(owner, listener),
    ...(wrong === null ? [] : unsupportedValue(fieldError.invalid('hostname', hostname, wrong))),
    ...portConditions(listener, metrics),
    ...tlsConditions(version, owner, listener),
    ...(isLayer4 && listener.hostname !== undefined
      ? unsupportedValue(
          fieldError.forbidden('hostname', `hostname is not supported for ${protocol} listener`),
        )
      : []),
  ];
}

/** TLS listeners are not asked. */
function portConditions(
  { port, protocol }: Listener,
  metrics: number | undefined,
): readonly PredictedCondition[] {
  return port !== metrics || protocol === 'TLS'
    ? []
    : unsupportedValue(fieldError.invalid('port', port, 'port is already in use as MetricsPort'));
}

function selectorConditions(
  owner: ManifestObject,
  listener: Listener,
): readonly PredictedCondition[] {
  return lacksSelector(owner, listener)
    ? unsupportedValue(
        "Listener's AllowedRoutes Selector must be set when From is set to type Selector",
      )
    : [];
}
