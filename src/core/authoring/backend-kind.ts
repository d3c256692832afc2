import { groups } from '../gateway-api/index.ts';
import type { SetupChoices } from './types.ts';

/** The kind that the route names and the policy targets. */
export interface BackendKind {
  readonly group: string;
  readonly kind: 'Service' | 'Backend' | 'AgentgatewayBackend';
}

const SERVICE: BackendKind = { group: groups.core, kind: 'Service' };

/** A Service where there is one, else the implementation's own Backend; NGINX Gateway Fabric has none. */
export function backendKind({ gateway, backend, mode }: SetupChoices): BackendKind {
  const outside = backend.kind === 'external';
  switch (gateway.implementation) {
    case 'nginx-gateway-fabric':
      return SERVICE;
    case 'envoy-gateway': {
      const own = mode === 'mutual' && gateway.clientCertificate === 'backend';
      return outside || own ? { group: groups.envoyGateway, kind: 'Backend' } : SERVICE;
    }
    case 'kgateway':
      return outside ? { group: groups.kgateway, kind: 'Backend' } : SERVICE;
    case 'agentgateway':
      return outside ? { group: groups.agentgateway, kind: 'AgentgatewayBackend' } : SERVICE;
    default:
      return gateway satisfies never;
  }
}
