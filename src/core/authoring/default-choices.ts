import { implementationInfo } from '../implementations/index.ts';
import type { ImplementationId } from '../model/index.ts';
import type { GatewayChoice, SetupChoices } from './types.ts';

/** The choice of an implementation in its newest release, and of the way that its newest release recommends. */
export function defaultGateway(implementation: ImplementationId): GatewayChoice {
  const version = implementationInfo[implementation].defaultVersion;
  switch (implementation) {
    case 'envoy-gateway':
      return { implementation, version, clientCertificate: 'gateway' };
    case 'kgateway':
      return { implementation, version, policy: 'backend-tls-policy' };
    case 'nginx-gateway-fabric':
    case 'agentgateway':
      return { implementation, version };
    default:
      return implementation satisfies never;
  }
}

/** Answers to start from: mutual TLS to a Service in the cluster, everything issued here, CA in a ConfigMap. */
export function defaultChoices(implementation: ImplementationId): SetupChoices {
  return {
    gatewayName: 'gateway',
    gateway: defaultGateway(implementation),
    backend: { kind: 'service', name: 'payments', port: 8443 },
    namespaces: {
      gateway: 'infra',
      route: 'payments',
      app: 'payments',
      ca: 'payments',
      clientIdentity: 'infra',
    },
    hosts: {
      route: 'payments.example.com',
      sni: 'payments.internal.example',
      verified: ['payments.internal.example'],
    },
    mode: 'mutual',
    authority: 'config-map',
    certificates: { kind: 'issued', keyAlgorithm: 'EC P-256' },
    layout: 'several-files',
  };
}
