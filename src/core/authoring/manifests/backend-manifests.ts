import { groups } from '../../gateway-api/index.ts';
import { backendKind } from '../backend-kind.ts';
import { clientSeat } from '../client-seat.ts';
import type { Manifest, ManifestValue } from '../manifest.ts';
import { setupNames } from '../setup-names.ts';
import type { SetupChoices } from '../types.ts';
import { echoWorkload } from './echo-workload.ts';

/** What the route leads to: Service, workload, Backend, and the controller configuration that a Backend needs. */
export function backendManifests(choices: SetupChoices): readonly Manifest[] {
  const { kind } = backendKind(choices);
  const { gateway } = choices;
  return [
    ...serviceManifests(choices),
    ...(kind === 'Service' ? [] : [ownBackend(choices)]),
    ...(kind !== 'Service' && gateway.implementation === 'envoy-gateway' ? [enableBackend()] : []),
  ];
}

function serviceManifests(choices: SetupChoices): readonly Manifest[] {
  const { backend } = choices;
  switch (backend.kind) {
    case 'service':
      return [service(choices, { app: backend.name }, 'https'), ...echoWorkload(choices)];
    case 'workload':
      return [service(choices, backend.labels, backend.targetPort)];
    case 'external':
      return backendKind(choices).kind === 'Service' ? [externalName(choices, backend.host)] : [];
    default:
      return backend satisfies never;
  }
}

function service(
  choices: SetupChoices,
  selector: Readonly<Record<string, string>>,
  targetPort: number | string,
): Manifest {
  const { name, port } = choices.backend;
  const portName = setupNames(choices).port;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    name,
    namespace: choices.namespaces.app,
    spec: { selector, ports: [{ name: portName, port, targetPort }] },
  };
}

function externalName(choices: SetupChoices, host: string): Manifest {
  const { name, port } = choices.backend;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    name,
    namespace: choices.namespaces.app,
    spec: {
      type: 'ExternalName',
      externalName: host,
      ports: [{ name: setupNames(choices).port, port }],
    },
  };
}

/** Envoy Gateway, kgateway and agentgateway each have a kind of their own for a host and a port. */
function ownBackend(choices: SetupChoices): Manifest {
  const { backend, gateway, namespaces } = choices;
  const { group, kind } = backendKind(choices);
  const inside = `${backend.name}.${namespaces.app}.svc.cluster.local`;
  const host = backend.kind === 'external' ? backend.host : inside;
  const { port } = backend;
  const spec: ManifestValue =
    gateway.implementation === 'envoy-gateway'
      ? { endpoints: [{ fqdn: { hostname: host, port } }], tls: ownClientCertificate(choices) }
      : gateway.implementation === 'kgateway'
        ? { type: 'Static', static: { hosts: [{ host, port }] } }
        : { static: { host, port } };
  return {
    apiVersion: `${group}/v1alpha1`,
    kind,
    name: backend.name,
    namespace: namespaces.app,
    spec,
  };
}

function ownClientCertificate(choices: SetupChoices): ManifestValue | undefined {
  if (clientSeat(choices) !== 'backend') return undefined;
  const { clientIdentity } = setupNames(choices);
  return { clientCertificateRef: { group: '', kind: 'Secret', name: clientIdentity } };
}

/** Backends are refused until the controller's configuration enables them. */
export function enableBackend(): Manifest {
  const config = `apiVersion: ${groups.envoyGateway}/v1alpha1
kind: EnvoyGateway
provider:
  type: Kubernetes
gateway:
  controllerName: gateway.envoyproxy.io/gatewayclass-controller
extensionApis:
  enableBackend: true
`;
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    name: 'envoy-gateway-config',
    namespace: 'envoy-gateway-system',
    data: { 'envoy-gateway.yaml': config },
    notes: [
      {
        path: [],
        text: 'Replaces the configuration of the controller: merge extensionApis.enableBackend into yours,\nthen restart Deployment envoy-gateway.',
      },
    ],
  };
}
