import type { Listener } from '../../../gateway-api/types.ts';
import type { KgatewayFeatures } from '../versions.ts';

/**
 * The kinds of routes that a listener can take; undefined for a protocol that kgateway does not know. Before 2.3 an HTTPS
 * listener lists no GRPCRoute and a TLS listener has the same kinds in both modes, without TCPRoute up to 2.1 (#12906).
 *
 * @see kgateway pkg/kgateway/translator/listener/validation.go `getSupportedRouteKindsForListener`
 */
export function routeKindsOfProtocol(
  { protocol, tlsMode }: Listener,
  { gatewayAncestors, secretAuthority }: KgatewayFeatures,
): readonly string[] | undefined {
  switch (protocol) {
    case 'HTTP':
      return ['HTTPRoute', 'GRPCRoute'];
    case 'HTTPS':
      return gatewayAncestors ? ['HTTPRoute', 'GRPCRoute'] : ['HTTPRoute'];
    case 'TCP':
      return ['TCPRoute'];
    case 'TLS':
      if (!secretAuthority || (gatewayAncestors && tlsMode === 'Passthrough')) return ['TLSRoute'];
      return ['TLSRoute', 'TCPRoute'];
    case 'HBONE':
      return ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute'];
    default:
      return undefined;
  }
}
