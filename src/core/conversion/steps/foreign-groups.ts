import { groups } from '../../gateway-api/index.ts';
import type { ImplementationId } from '../../model/index.ts';

/** The API group that only this implementation reads. */
export const ownGroup: Readonly<Record<ImplementationId, string>> = {
  'nginx-gateway-fabric': groups.nginxGateway,
  'envoy-gateway': groups.envoyGateway,
  kgateway: groups.kgateway,
  agentgateway: groups.agentgateway,
};
