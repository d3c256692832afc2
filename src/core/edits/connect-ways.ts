import { groups, kinds } from '../gateway-api/kinds.ts';
import type { FieldPath } from '../model/index.ts';

/** One field by which objects of one kind can name objects of another: what the API admits. */
export interface ConnectWay {
  readonly id: string;
  /** `group/Kind` of who names. */
  readonly from: string;
  /** `group/Kind` of what can be named there. */
  readonly to: readonly string[];
  /** What the field is for, in a menu: `as client certificate for backends`. */
  readonly label: string;
  /** `listener`: the first listener that terminates TLS stands in for `*`. */
  readonly path: FieldPath | { readonly inListener: FieldPath };
  /**
   * A list takes one more, a field is set. `name`: the field is the name itself. `labels`: the labels of its pods. `mount`: a
   * volume of the pods, mounted into their first container.
   */
  readonly how: 'append' | 'set' | 'name' | 'labels' | 'mount';
  /** The target may be in another namespace, and what permits that. */
  readonly across: 'no' | 'free' | 'reference-grant';
  /** Fields of the reference beside its name; the schema fills in what is not here. */
  readonly writes: readonly ('group' | 'kind' | 'port' | 'required-namespace')[];
  /** A field that may not stand beside it: the API refuses both. */
  readonly instead?: FieldPath;
}

const ROUTES = [kinds.httpRoute, kinds.grpcRoute, kinds.tlsRoute, kinds.tcpRoute, kinds.udpRoute];
const GATEWAYS = [kinds.gateway];
const BACKENDS = [kinds.kgatewayBackend, kinds.envoyBackend, kinds.agentgatewayBackend];
const PARAMETERS = [
  kinds.envoyProxy,
  `${groups.nginxGateway}/NginxProxy`,
  `${groups.kgateway}/GatewayParameters`,
  `${groups.agentgateway}/AgentgatewayParameters`,
];
const WORKLOADS = ['apps/Deployment', 'apps/StatefulSet', 'apps/DaemonSet', '/Pod'];
const TYPED = ['group', 'kind'] as const;

type Rest = Omit<ConnectWay, 'id' | 'from'>;

const ofRoute: readonly Rest[] = [
  {
    to: GATEWAYS,
    label: 'as parent: the Gateway takes the route',
    path: ['spec', 'parentRefs'],
    how: 'append',
    across: 'free',
    writes: [],
  },
  {
    to: [kinds.listenerSet],
    label: 'as parent: its listeners take the route',
    path: ['spec', 'parentRefs'],
    how: 'append',
    across: 'free',
    writes: TYPED,
  },
  {
    to: [kinds.service],
    label: 'as backend: requests go to the Service',
    path: ['spec', 'rules', 0, 'backendRefs'],
    how: 'append',
    across: 'reference-grant',
    writes: ['port'],
  },
  {
    to: BACKENDS,
    label: 'as backend: requests go to what it names',
    path: ['spec', 'rules', 0, 'backendRefs'],
    how: 'append',
    across: 'reference-grant',
    writes: TYPED,
  },
];

const listenerCertificate: Rest = {
  to: [kinds.secret],
  label: 'as certificate that a listener shows to clients',
  path: { inListener: ['tls', 'certificateRefs'] },
  how: 'append',
  across: 'reference-grant',
  writes: ['kind'],
};

const ofGateway: readonly Rest[] = [
  {
    to: [kinds.gatewayClass],
    label: 'as its class',
    path: ['spec', 'gatewayClassName'],
    how: 'name',
    across: 'free',
    writes: [],
  },
  {
    to: [kinds.secret],
    label: 'as client certificate for backends',
    path: ['spec', 'tls', 'backend', 'clientCertificateRef'],
    how: 'set',
    across: 'reference-grant',
    writes: ['kind'],
  },
  listenerCertificate,
  {
    to: [kinds.configMap],
    label: 'as CA that client certificates have to come from',
    path: ['spec', 'tls', 'frontend', 'default', 'validation', 'caCertificateRefs'],
    how: 'append',
    across: 'reference-grant',
    writes: TYPED,
  },
  {
    to: PARAMETERS,
    label: 'as parameters of its data plane',
    path: ['spec', 'infrastructure', 'parametersRef'],
    how: 'set',
    across: 'no',
    writes: TYPED,
  },
];

const target = (to: readonly string[], label: string): Rest => ({
  to,
  label,
  path: ['spec', 'targetRefs'],
  how: 'append',
  across: 'no',
  writes: TYPED,
});

const authority = (path: FieldPath, to: readonly string[], instead?: FieldPath): Rest => ({
  to,
  label: 'as CA that the certificate of the backend has to come from',
  path,
  how: 'append',
  across: 'no',
  writes: TYPED,
  ...(instead && { instead }),
});

const clientCertificate = (path: FieldPath, how: 'set' | 'append' = 'set'): Rest => ({
  to: [kinds.secret],
  label: 'as client certificate for backends',
  path,
  how,
  across: 'no',
  writes: how === 'set' ? ['kind'] : [],
});

const mounted: Rest = {
  to: [kinds.secret, kinds.configMap],
  label: 'as files in its first container',
  path: ['spec', 'volumes'],
  how: 'mount',
  across: 'no',
  writes: [],
};

const WAYS: Readonly<Record<string, readonly Rest[]>> = {
  ...Object.fromEntries(ROUTES.map((kind) => [kind, ofRoute])),
  ...Object.fromEntries(WORKLOADS.map((kind) => [kind, [mounted]])),
  [kinds.gateway]: ofGateway,
  [kinds.gatewayClass]: [
    {
      to: PARAMETERS,
      label: 'as parameters of its data planes',
      path: ['spec', 'parametersRef'],
      how: 'set',
      across: 'free',
      writes: [...TYPED, 'required-namespace'],
    },
  ],
  [kinds.listenerSet]: [
    {
      to: GATEWAYS,
      label: 'as parent: the Gateway gets its listeners',
      path: ['spec', 'parentRef'],
      how: 'set',
      across: 'free',
      writes: [],
    },
    listenerCertificate,
  ],
  [kinds.backendTlsPolicy]: [
    target([kinds.service, ...BACKENDS], 'as target: connections to it use TLS'),
    authority(
      ['spec', 'validation', 'caCertificateRefs'],
      [kinds.configMap, kinds.secret],
      ['spec', 'validation', 'wellKnownCACertificates'],
    ),
  ],
  [kinds.backendConfigPolicy]: [
    target([kinds.service, kinds.kgatewayBackend], 'as target: connections to it are set up so'),
    {
      to: [kinds.secret],
      label: 'as CA and client certificate',
      path: ['spec', 'tls', 'secretRef'],
      how: 'set',
      across: 'no',
      writes: [],
    },
  ],
  [kinds.agentgatewayPolicy]: [
    target(
      [kinds.service, kinds.gateway, kinds.httpRoute, kinds.grpcRoute, kinds.agentgatewayBackend],
      'as target of the policy',
    ),
    clientCertificate(['spec', 'backend', 'tls', 'mtlsCertificateRef'], 'append'),
    {
      ...authority(['spec', 'backend', 'tls', 'caCertificateRefs'], [kinds.configMap]),
      writes: [],
    },
  ],
  [kinds.agentgatewayBackend]: [
    clientCertificate(['spec', 'policies', 'tls', 'mtlsCertificateRef'], 'append'),
    {
      ...authority(['spec', 'policies', 'tls', 'caCertificateRefs'], [kinds.configMap]),
      writes: [],
    },
  ],
  [kinds.envoyProxy]: [clientCertificate(['spec', 'backendTLS', 'clientCertificateRef'])],
  [kinds.envoyBackend]: [
    clientCertificate(['spec', 'tls', 'clientCertificateRef']),
    authority(
      ['spec', 'tls', 'caCertificateRefs'],
      [kinds.configMap, kinds.secret],
      ['spec', 'tls', 'wellKnownCACertificates'],
    ),
  ],
  [kinds.service]: [
    {
      to: WORKLOADS,
      label: 'as its pods: the selector becomes their labels',
      path: ['spec', 'selector'],
      how: 'labels',
      across: 'no',
      writes: [],
    },
  ],
};

/** Every field by which an object of this kind (`group/Kind`) can name another. */
export function waysFrom(groupKind: string): readonly ConnectWay[] {
  return (WAYS[groupKind] ?? []).map((rest, index) => ({
    id: `${groupKind} ${String(index)}`,
    from: groupKind,
    ...rest,
  }));
}

/** What of an object decides how it can be connected. */
export interface ConnectEnd {
  readonly key: string;
  readonly namespace: string;
}

/** `group/Kind` of an object key. */
export function groupKindOf(key: string): string {
  return key.split('/').slice(0, 2).join('/');
}

/** The fields by which `from` can name `to`, where they stand. */
export function connectWays(from: ConnectEnd, to: ConnectEnd): readonly ConnectWay[] {
  if (from.key === to.key) return [];
  const isNear = to.namespace === '' || from.namespace === to.namespace;
  return waysFrom(groupKindOf(from.key)).filter(
    (way) => way.to.includes(groupKindOf(to.key)) && (isNear || way.across !== 'no'),
  );
}
