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
 * @see NGF graph/gateway_listener.go `newListenerConfiguratorFactory`
 */
export function specConditions(
  version: string,
  owner: ManifestObject,
  listener: Listener,
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
    ...portConditions(listener),
    ...tlsConditions(version, owner, listener),
    ...(isLayer4 && listener.hostname !== undefined
      ? unsupportedValue(
          fieldError.forbidden('hostname', `hostname is not supported for ${protocol} listener`),
        )
      : []),
  ];
}

/** Ports of the control plane itself, as they are unless it is told otherwise. TLS listeners are not asked. */
const PROTECTED: ReadonlyMap<number, string> = new Map([
  [9113, 'MetricsPort'],
  [8081, 'HealthPort'],
]);

function portConditions({ port, protocol }: Listener): readonly PredictedCondition[] {
  const name = PROTECTED.get(port);
  return name === undefined || protocol === 'TLS'
    ? []
    : unsupportedValue(fieldError.invalid('port', port, `port is already in use as ${name}`));
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
