export type ImplementationId =
  'nginx-gateway-fabric' | 'envoy-gateway' | 'kgateway' | 'agentgateway';
