import { groups, itemsAt, stringAt } from '../../../gateway-api/index.ts';
import type { Listener } from '../../../gateway-api/types.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { PredictedCondition } from '../../status.ts';
import type { EnvoyGatewayTraits } from '../traits.ts';
import { unresolved } from './conditions.ts';

/**
 * What is wrong with the protocol and `allowedRoutes.kinds` of a listener.
 *
 * @see Envoy Gateway internal/gatewayapi/validate.go `validateListenerSpec`, `validateAllowedRoutes`
 */
export function routeKindConditions(
  traits: EnvoyGatewayTraits,
  owner: ManifestObject,
  listener: Listener,
): readonly PredictedCondition[] {
  const taken = takenKinds(traits, listener);
  if (taken === undefined) {
    const message = `Protocol ${listener.protocol} is unsupported, must be HTTP, HTTPS, TCP or UDP.`;
    return [{ type: 'Accepted', status: 'False', reason: 'UnsupportedProtocol', message }];
  }
  const path = ['spec', 'listeners', listener.index, 'allowedRoutes', 'kinds'];
  const listed = itemsAt(owner.value, path).map((entry) => ({
    kind: stringAt(entry, ['kind']) ?? '',
    isForeign: (stringAt(entry, ['group']) ?? groups.gateway) !== groups.gateway,
  }));
  const own = listed.filter(({ isForeign }) => !isForeign).map(({ kind }) => kind);
  const supported = own.filter((kind) => taken.includes(kind));
  const printed = supported.length === 0 ? taken : supported;
  const reason = 'InvalidRouteKinds';
  return [
    ...(listed.length > own.length
      ? [unresolved(reason, `Group is not supported, group must be ${groups.gateway}`)]
      : []),
    ...own
      .filter((kind) => !taken.includes(kind))
      .map((kind) =>
        unresolved(reason, `${kind} is not supported, kind must be one of [${printed.join(' ')}]`),
      ),
  ];
}

/** The kinds that a protocol takes; undefined for one that Envoy Gateway does not know. */
function takenKinds(
  { terminatedTlsRoutes }: EnvoyGatewayTraits,
  { protocol, tlsMode }: Listener,
): readonly string[] | undefined {
  switch (protocol) {
    case 'HTTP':
    case 'HTTPS':
      return ['HTTPRoute', 'GRPCRoute'];
    case 'TLS':
      if (tlsMode === 'Passthrough') return ['TLSRoute'];
      return terminatedTlsRoutes ? ['TCPRoute', 'TLSRoute'] : ['TCPRoute'];
    case 'TCP':
      return ['TCPRoute'];
    case 'UDP':
      return ['UDPRoute'];
    default:
      return undefined;
  }
}
