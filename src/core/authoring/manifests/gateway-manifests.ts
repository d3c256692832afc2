import { groups } from '../../gateway-api/index.ts';
import { clientSeat } from '../client-seat.ts';
import type { Manifest, ManifestValue } from '../manifest.ts';
import { setupNames } from '../setup-names.ts';
import type { SetupChoices } from '../types.ts';

const V1 = `${groups.gateway}/v1`;

/** GatewayClass where the installation leaves it to the user, parameters where they are needed, and the Gateway. */
export function gatewayManifests(choices: SetupChoices): readonly Manifest[] {
  const isEnvoyGateway = choices.gateway.implementation === 'envoy-gateway';
  return [
    ...(isEnvoyGateway ? [gatewayClass(choices)] : []),
    ...parameters(choices),
    gateway(choices),
  ];
}

function gatewayClass(choices: SetupChoices): Manifest {
  const names = setupNames(choices);
  const parametersRef: ManifestValue | undefined =
    clientSeat(choices) === 'envoy-proxy-of-class'
      ? {
          group: groups.envoyGateway,
          kind: 'EnvoyProxy',
          name: names.gatewayParameters,
          namespace: choices.namespaces.clientIdentity,
        }
      : undefined;
  return {
    apiVersion: V1,
    kind: 'GatewayClass',
    name: names.gatewayClass,
    spec: { controllerName: 'gateway.envoyproxy.io/gatewayclass-controller', parametersRef },
  };
}

function parameters(choices: SetupChoices): readonly Manifest[] {
  const names = setupNames(choices);
  const seat = clientSeat(choices);
  const { namespaces, backend, gateway } = choices;
  if (seat === 'envoy-proxy-of-class' || seat === 'envoy-proxy-of-gateway') {
    const clientCertificateRef = { group: '', kind: 'Secret', name: names.clientIdentity };
    return [
      {
        apiVersion: `${groups.envoyGateway}/v1alpha1`,
        kind: 'EnvoyProxy',
        name: names.gatewayParameters,
        namespace: seat === 'envoy-proxy-of-class' ? namespaces.clientIdentity : namespaces.gateway,
        spec: { backendTLS: { clientCertificateRef } },
        notes: [
          {
            path: ['spec', 'backendTLS'],
            text: 'Presented to every backend that asks for a certificate.',
          },
        ],
      },
    ];
  }
  if (gateway.implementation !== 'nginx-gateway-fabric' || backend.kind !== 'external') return [];
  return [
    {
      apiVersion: `${groups.nginxGateway}/v1alpha2`,
      kind: 'NginxProxy',
      name: names.gatewayParameters,
      namespace: namespaces.gateway,
      spec: { dnsResolver: { addresses: [{ type: 'IPAddress', value: backend.dnsResolver }] } },
      notes: [
        { path: ['spec', 'dnsResolver'], text: 'nginx resolves the ExternalName Service with it.' },
      ],
    },
  ];
}

function gateway(choices: SetupChoices): Manifest {
  const names = setupNames(choices);
  const { namespaces } = choices;
  const elsewhere = namespaces.route !== namespaces.gateway;
  const labels = { 'kubernetes.io/metadata.name': namespaces.route };
  const selector = { from: 'Selector', selector: { matchLabels: labels } };
  return {
    apiVersion: V1,
    kind: 'Gateway',
    name: names.gateway,
    namespace: namespaces.gateway,
    spec: {
      gatewayClassName: names.gatewayClass,
      infrastructure: infrastructure(choices),
      listeners: [
        {
          name: 'http',
          protocol: 'HTTP',
          port: 80,
          allowedRoutes: elsewhere ? { namespaces: selector } : undefined,
        },
      ],
      tls: clientSeat(choices) === 'gateway' ? backendTls(choices) : undefined,
    },
  };
}

function infrastructure(choices: SetupChoices): ManifestValue | undefined {
  const { gateway, backend } = choices;
  const name = setupNames(choices).gatewayParameters;
  if (clientSeat(choices) === 'envoy-proxy-of-gateway')
    return { parametersRef: { group: groups.envoyGateway, kind: 'EnvoyProxy', name } };
  return gateway.implementation === 'nginx-gateway-fabric' && backend.kind === 'external'
    ? { parametersRef: { group: groups.nginxGateway, kind: 'NginxProxy', name } }
    : undefined;
}

/** GEP-3155. The namespace is written only when it is another: agentgateway refuses any. */
function backendTls(choices: SetupChoices): ManifestValue {
  const { clientIdentity, gateway } = choices.namespaces;
  const clientCertificateRef = {
    group: '',
    kind: 'Secret',
    name: setupNames(choices).clientIdentity,
    namespace: clientIdentity === gateway ? undefined : clientIdentity,
  };
  return { backend: { clientCertificateRef } };
}
