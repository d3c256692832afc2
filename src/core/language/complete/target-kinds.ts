import { groups, type ReferenceKind } from '../../gateway-api/index.ts';
import type { JsonObject } from '../../manifest/types.ts';
import { kindOf } from '../syntax/kubernetes-object.ts';

/** A kind that may stand in a reference. */
export interface TargetKind {
  readonly group: string;
  readonly kind: string;
}

const core = (kind: string): TargetKind => ({ group: groups.core, kind });
const service = core('Service');
const envoyBackend = { group: groups.envoyGateway, kind: 'Backend' };
const kgatewayBackend = { group: groups.kgateway, kind: 'Backend' };
const agentgatewayBackend = { group: groups.agentgateway, kind: 'AgentgatewayBackend' };

/** Kinds that at least one of the implementations takes in such a reference, the usual one first. */
export function targetKinds(reference: ReferenceKind, object: JsonObject): readonly TargetKind[] {
  switch (reference) {
    case 'gatewayClass':
      return [{ group: groups.gateway, kind: 'GatewayClass' }];
    case 'parentRef':
      return ['Gateway', 'ListenerSet'].map((kind) => ({ group: groups.gateway, kind }));
    case 'backendRef':
      return [service, envoyBackend, kgatewayBackend, agentgatewayBackend];
    case 'policyTarget':
      return policyTargets(kindOf(object).kind);
    case 'caCertificateRef':
      return [
        core('ConfigMap'),
        core('Secret'),
        { group: 'certificates.k8s.io', kind: 'ClusterTrustBundle' },
      ];
    case 'clientCertificateRef':
    case 'listenerCertificateRef':
    case 'secretRef':
      return [core('Secret')];
    case 'parametersRef':
      return [
        { group: groups.envoyGateway, kind: 'EnvoyProxy' },
        { group: groups.nginxGateway, kind: 'NginxProxy' },
        { group: groups.kgateway, kind: 'GatewayParameters' },
      ];
    case 'selector':
    case 'volume':
    case 'env':
      return [];
    default:
      return reference satisfies never;
  }
}

function policyTargets(policy: string): readonly TargetKind[] {
  if (policy === 'BackendConfigPolicy') return [service, kgatewayBackend];
  if (policy !== 'AgentgatewayPolicy')
    return [service, envoyBackend, kgatewayBackend, agentgatewayBackend];
  const routing = ['Gateway', 'HTTPRoute', 'GRPCRoute', 'ListenerSet'];
  return [
    ...routing.map((kind) => ({ group: groups.gateway, kind })),
    service,
    agentgatewayBackend,
  ];
}
