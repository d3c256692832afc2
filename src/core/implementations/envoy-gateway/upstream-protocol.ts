/** What Envoy speaks inside TLS: either HTTP version by ALPN, or one of them alone. */
export type RouteProtocol = 'http' | 'http1' | 'http2';

const WEB_SOCKET = [
  'kubernetes.io/ws',
  'kubernetes.io/wss',
  'gateway.envoyproxy.io/ws',
  'gateway.envoyproxy.io/wss',
];
const HTTP2 = ['kubernetes.io/h2c', 'gateway.envoyproxy.io/h2c', 'grpc'];

/**
 * The protocol by kind of route and appProtocol. `https` is not interpreted.
 *
 * @see internal/gatewayapi/route.go `resolveBackendProtocol`, `shouldForceHTTP1Upstream`
 */
export function upstreamProtocol(
  routeKind: string,
  appProtocols: readonly string[],
): RouteProtocol {
  if (appProtocols.some((protocol) => WEB_SOCKET.includes(protocol))) return 'http1';
  if (routeKind === 'GRPCRoute') return 'http2';
  return appProtocols.some((protocol) => HTTP2.includes(protocol)) ? 'http2' : 'http';
}
