import type { Listener } from '../../../gateway-api/types.ts';

/**
 * The kinds of routes that a listener can take; undefined for a protocol that kgateway does not know.
 *
 * @see kgateway pkg/kgateway/translator/listener/validation.go `getSupportedRouteKindsForListener`
 */
export function routeKindsOfProtocol({
  protocol,
  tlsMode,
}: Listener): readonly string[] | undefined {
  switch (protocol) {
    case 'HTTP':
    case 'HTTPS':
      return ['HTTPRoute', 'GRPCRoute'];
    case 'TCP':
      return ['TCPRoute'];
    case 'TLS':
      return tlsMode === 'Passthrough' ? ['TLSRoute'] : ['TLSRoute', 'TCPRoute'];
    case 'HBONE':
      return ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute'];
    default:
      return undefined;
  }
}
