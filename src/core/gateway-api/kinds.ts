/** API groups this app knows by name. */
export const groups = {
  core: '',
  apps: 'apps',
  batch: 'batch',
  gateway: 'gateway.networking.k8s.io',
  gatewayExperimental: 'gateway.networking.x-k8s.io',
  kgateway: 'gateway.kgateway.dev',
  envoyGateway: 'gateway.envoyproxy.io',
  nginxGateway: 'gateway.nginx.org',
  agentgateway: 'agentgateway.dev',
} as const;

/** `group/Kind` as used by `ObjectIndex.ofKind`. */
export const kinds = {
  secret: '/Secret',
  configMap: '/ConfigMap',
  service: '/Service',
  namespace: '/Namespace',
  pod: '/Pod',
  gatewayClass: `${groups.gateway}/GatewayClass`,
  gateway: `${groups.gateway}/Gateway`,
  listenerSet: `${groups.gateway}/ListenerSet`,
  /** What v1.3 and v1.4 called it, on the experimental channel. */
  xListenerSet: `${groups.gatewayExperimental}/XListenerSet`,
  httpRoute: `${groups.gateway}/HTTPRoute`,
  grpcRoute: `${groups.gateway}/GRPCRoute`,
  tlsRoute: `${groups.gateway}/TLSRoute`,
  tcpRoute: `${groups.gateway}/TCPRoute`,
  udpRoute: `${groups.gateway}/UDPRoute`,
  backendTlsPolicy: `${groups.gateway}/BackendTLSPolicy`,
  referenceGrant: `${groups.gateway}/ReferenceGrant`,
  kgatewayBackend: `${groups.kgateway}/Backend`,
  backendConfigPolicy: `${groups.kgateway}/BackendConfigPolicy`,
  agentgatewayBackend: `${groups.agentgateway}/AgentgatewayBackend`,
  agentgatewayPolicy: `${groups.agentgateway}/AgentgatewayPolicy`,
  envoyBackend: `${groups.envoyGateway}/Backend`,
  envoyProxy: `${groups.envoyGateway}/EnvoyProxy`,
  envoyGateway: `${groups.envoyGateway}/EnvoyGateway`,
} as const;
