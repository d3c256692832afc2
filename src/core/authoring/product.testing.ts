import { implementationInfo } from '../implementations/index.ts';
import type { KeyAlgorithm } from '../pki/index.ts';
import { defaultChoices } from './default-choices.ts';
import { TRUST_NAMESPACE } from './setup-names.ts';
import type {
  BackendChoice,
  CertificateChoice,
  EnvoyClientCertificate,
  GatewayChoice,
  SetupChoices,
} from './types.ts';

const seats: readonly EnvoyClientCertificate[] = [
  'gateway',
  'envoy-proxy-of-class',
  'envoy-proxy-of-gateway',
  'backend',
];

/** Every way of every release of every implementation. */
export const gateways: readonly GatewayChoice[] = [
  ...implementationInfo['nginx-gateway-fabric'].versions.map((version): GatewayChoice => ({
    implementation: 'nginx-gateway-fabric',
    version,
  })),
  ...implementationInfo['envoy-gateway'].versions.flatMap((version) =>
    seats.map((clientCertificate): GatewayChoice => ({
      implementation: 'envoy-gateway',
      version,
      clientCertificate,
    })),
  ),
  ...implementationInfo.kgateway.versions.flatMap((version) =>
    (['backend-tls-policy', 'backend-config-policy'] as const).map((policy): GatewayChoice => ({
      implementation: 'kgateway',
      version,
      policy,
    })),
  ),
  ...implementationInfo.agentgateway.versions.map((version): GatewayChoice => ({
    implementation: 'agentgateway',
    version,
  })),
];

export const backends: readonly BackendChoice[] = [
  { kind: 'service', name: 'payments', port: 8443 },
  {
    kind: 'workload',
    name: 'payments',
    port: 443,
    labels: { app: 'payments-v2' },
    targetPort: 9443,
  },
  {
    kind: 'external',
    name: 'payments',
    host: 'payments.partner.example',
    port: 443,
    dnsResolver: '10.96.0.10',
  },
];

const [app, infra, trust] = ['payments', 'infra', TRUST_NAMESPACE];

/** All in one, gateway apart, route with the gateway, CA elsewhere, client identity beside the app. */
export const namespaces: readonly SetupChoices['namespaces'][] = [
  { gateway: app, route: app, app, ca: app, clientIdentity: app },
  { gateway: infra, route: app, app, ca: app, clientIdentity: infra },
  { gateway: infra, route: infra, app, ca: app, clientIdentity: app },
  { gateway: infra, route: app, app, ca: trust, clientIdentity: infra },
  { gateway: app, route: app, app, ca: trust, clientIdentity: app },
  { gateway: infra, route: infra, app, ca: trust, clientIdentity: app },
  { gateway: infra, route: app, app, ca: app, clientIdentity: 'identities' },
];

export const modes = ['one-way', 'mutual'] as const;
export const authorities = ['config-map', 'secret', 'system', 'cert-manager'] as const;
export const layouts = ['one-file', 'several-files'] as const;

/** Names verified: the SNI alone, another DNS name, a URI. */
export const verified: readonly (readonly string[])[] = [
  ['payments.internal.example'],
  ['api.payments.internal.example', 'payments.example.net'],
  ['spiffe://internal.example/payments'],
];

/** Kinds of key. RSA 3072 and 4096 are RSA to every gateway and slow to make. */
export const keyAlgorithms: readonly KeyAlgorithm[] = [
  'EC P-256',
  'EC P-384',
  'EC P-521',
  'RSA 2048',
  'Ed25519',
];

export const certificates: readonly CertificateChoice[] = [
  { kind: 'dropped' },
  ...keyAlgorithms.map((keyAlgorithm): CertificateChoice => ({ kind: 'issued', keyAlgorithm })),
];

/** The axes of the product in a fixed order: the first four decide what is written, the others how. */
const axes = {
  gateway: gateways,
  backend: backends,
  mode: modes,
  authority: authorities,
  namespaces,
  verified,
  certificates,
  layout: layouts,
} as const;

const size = (lists: readonly (readonly unknown[])[]): number =>
  lists.reduce((product, list) => product * list.length, 1);

/** Number of kinds of setup: gateway, backend, mode, authority. */
export const kindCount = size([gateways, backends, modes, authorities]);

/** Number of combinations of each kind. */
export const variantCount = size([namespaces, verified, certificates, layouts]);

/** One combination, `0 ≤ kind < kindCount`, `0 ≤ variant < variantCount`. */
export function combination(kind: number, variant: number): SetupChoices {
  let rest = kind + variant * kindCount;
  const take = <Item>(axis: readonly Item[]): Item => {
    const item = axis[rest % axis.length];
    rest = Math.floor(rest / axis.length);
    if (item === undefined) throw new RangeError('an axis is empty');
    return item;
  };
  const base = defaultChoices('agentgateway');
  return {
    ...base,
    gateway: take(axes.gateway),
    backend: take(axes.backend),
    mode: take(axes.mode),
    authority: take(axes.authority),
    namespaces: take(axes.namespaces),
    hosts: { ...base.hosts, verified: take(axes.verified) },
    certificates: take(axes.certificates),
    layout: take(axes.layout),
  };
}
