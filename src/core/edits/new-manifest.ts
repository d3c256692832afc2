import { groups } from '../gateway-api/kinds.ts';
import type { JsonObject } from '../manifest/types.ts';

/** A kind that can be added from nothing, with the least that the API server takes. */
interface Template {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespaced: boolean;
  /** What stands beside the metadata. */
  readonly body: JsonObject;
  /** What it is for, in a menu. */
  readonly help: string;
}

const HTTP_LISTENER = { name: 'http', port: 80, protocol: 'HTTP' } as const;

const v1 = (group: string) => `${group}/v1`;

/** In the order of a menu: along the way of a request, then what proves who is who. */
export const newKinds = [
  {
    apiVersion: v1(groups.gateway),
    kind: 'Gateway',
    namespaced: true,
    body: {},
    help: 'Takes requests in',
  },
  {
    apiVersion: v1(groups.gateway),
    kind: 'HTTPRoute',
    namespaced: true,
    body: { spec: {} },
    help: 'Leads requests to backends',
  },
  {
    apiVersion: v1(groups.gateway),
    kind: 'GRPCRoute',
    namespaced: true,
    body: { spec: {} },
    help: 'Leads gRPC calls to backends',
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    namespaced: true,
    body: { spec: { ports: [{ name: 'https', port: 443, targetPort: 8443 }] } },
    help: 'Stands for the pods of a backend',
  },
  {
    apiVersion: v1(groups.gateway),
    kind: 'BackendTLSPolicy',
    namespaced: true,
    body: {
      spec: {
        targetRefs: [],
        validation: { hostname: 'backend.example.com', wellKnownCACertificates: 'System' },
      },
    },
    help: 'Has the gateway use TLS to a backend, and check it',
  },
  {
    apiVersion: 'gateway.kgateway.dev/v1alpha1',
    kind: 'BackendConfigPolicy',
    namespaced: true,
    body: { spec: { targetRefs: [], tls: { wellKnownCACertificates: 'System' } } },
    help: 'kgateway: TLS to a backend, with a client certificate',
  },
  {
    apiVersion: 'gateway.envoyproxy.io/v1alpha1',
    kind: 'EnvoyProxy',
    namespaced: true,
    body: { spec: {} },
    help: 'Envoy Gateway: the client certificate of a Gateway',
  },
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    namespaced: true,
    body: { data: { 'ca.crt': '' } },
    help: 'Holds the CA that backends are checked against',
  },
  {
    apiVersion: 'v1',
    kind: 'Secret',
    namespaced: true,
    body: { type: 'kubernetes.io/tls', data: { 'tls.crt': '', 'tls.key': '' } },
    help: 'Holds a certificate and its private key',
  },
  {
    apiVersion: 'v1',
    kind: 'Namespace',
    namespaced: false,
    body: {},
    help: 'A place for objects',
  },
] as const satisfies readonly Template[];

/** A kind of {@link newKinds}. */
export type NewKind = (typeof newKinds)[number]['kind'];

/** `group/Kind` of a kind that can be added. */
export function groupKindOfNew(kind: NewKind): string {
  const { apiVersion } = templateOf(kind);
  return `${apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : ''}/${kind}`;
}

/** True when an object of this kind can be made from nothing. */
export function isNewKind(group: string, kind: string): kind is NewKind {
  return newKinds.some(
    (one) => one.kind === kind && groupKindOfNew(one.kind) === `${group}/${kind}`,
  );
}

/** The new object as it is written. */
export function newManifest(
  kind: NewKind,
  name: string,
  namespace: string,
  gatewayClass: string,
): JsonObject {
  const { apiVersion, namespaced, body } = templateOf(kind);
  return {
    apiVersion,
    kind,
    metadata: { name, ...(namespaced && { namespace }) },
    ...body,
    ...(kind === 'Gateway' && {
      spec: { gatewayClassName: gatewayClass, listeners: [HTTP_LISTENER] },
    }),
  };
}

function templateOf(kind: NewKind): Template {
  // The union is made of the list: each of its kinds is found.
  return newKinds.find((one) => one.kind === kind) ?? newKinds[0];
}
