import { nearestName } from './report/nearest-name.ts';

/** A kind of a gateway that is known by name and that backend TLS is not read from. */
export interface OutsideKind {
  /** Whose kind it is, as a user says it. */
  readonly owner: string;
  /** What it sets, to stand behind "it sets". */
  readonly sets: string;
  /** How it can still reach TLS to a backend; absent where it cannot. */
  readonly reaches?: string;
}

const kgateway = (sets: string): OutsideKind => ({ owner: 'kgateway', sets });
const envoy = (sets: string): OutsideKind => ({ owner: 'Envoy Gateway', sets });
const nginx = (sets: string): OutsideKind => ({ owner: 'NGINX Gateway Fabric', sets });
const agent = (sets: string): OutsideKind => ({ owner: 'agentgateway', sets });
const api = (sets: string): OutsideKind => ({ owner: 'the Gateway API', sets });

/**
 * Kinds of the gateways that say nothing of TLS between gateway and backend, `group/Kind`.
 *
 * Sources: kgateway install/helm/kgateway-crds, agentgateway controller/install/helm/agentgateway-crds, Envoy Gateway
 * charts/gateway-helm/crds/generated, NGINX Gateway Fabric config/crd/bases, Gateway API config/crd.
 */
const OUTSIDE: ReadonlyMap<string, OutsideKind> = new Map([
  ...inGroup('gateway.kgateway.dev', {
    TrafficPolicy: kgateway('what is done with requests: limits, transformations, authentication'),
    RoutePolicy: kgateway('what is done with requests; TrafficPolicy replaced it'),
    HTTPListenerPolicy: kgateway('how listeners read HTTP and log it'),
    ListenerPolicy: kgateway('how listeners take connections'),
    DirectResponse: kgateway('answers that the gateway gives itself'),
    GatewayParameters: kgateway('how the proxies are deployed'),
    GatewayExtension: kgateway('services that are asked on the way of a request'),
  }),
  ...inGroup('agentgateway.dev', {
    AgentgatewayModel: agent('models and their routing'),
    AgentgatewayParameters: agent('how the proxies are deployed'),
  }),
  ...inGroup('gateway.envoyproxy.io', {
    BackendTrafficPolicy: envoy(
      'load balancing, retries, time limits and health checks of backends',
    ),
    ClientTrafficPolicy: envoy('connections from clients, their TLS too'),
    SecurityPolicy: envoy('authentication and authorization of requests'),
    EnvoyExtensionPolicy: envoy('extensions that see requests'),
    HTTPRouteFilter: envoy('filters of routes'),
    EnvoyPatchPolicy: {
      ...envoy('patches of the configuration that Envoy gets'),
      reaches: 'A patch may change TLS to backends; it is not worked out here.',
    },
  }),
  ...inGroup('gateway.nginx.org', {
    ClientSettingsPolicy: nginx('limits of requests and connections from clients'),
    ObservabilityPolicy: nginx('tracing'),
    UpstreamSettingsPolicy: nginx('connections kept open to backends and load balancing'),
    ProxySettingsPolicy: nginx('buffers and time limits of proxied requests'),
    RateLimitPolicy: nginx('limits of request rates'),
    AuthenticationFilter: nginx('authentication of requests'),
    AccessPolicy: nginx('which clients are let in'),
    WAFPolicy: nginx('the web application firewall'),
    WAFGatewayBindingPolicy: nginx('the web application firewall'),
    PayloadProcessor: nginx('services that see the body of a request'),
    ExternalLoadBalancer: nginx('a load balancer before the gateway'),
    NginxGateway: nginx('logging of the control plane'),
    SnippetsFilter: {
      ...nginx('lines of NGINX configuration'),
      reaches: 'A snippet may hold proxy_ssl directives; they are not worked out here.',
    },
    SnippetsPolicy: {
      ...nginx('lines of NGINX configuration'),
      reaches: 'A snippet may hold proxy_ssl directives; they are not worked out here.',
    },
  }),
  ...inGroup('gateway.networking.k8s.io', { UDPRoute: api('where UDP packets go') }),
  ...inGroup('gateway.networking.x-k8s.io', {
    XBackendTrafficPolicy: api('retries and sessions of backends'),
    XMesh: api('which mesh there is'),
  }),
]);

function inGroup(
  group: string,
  kinds: Readonly<Record<string, OutsideKind>>,
): readonly (readonly [string, OutsideKind])[] {
  return Object.entries(kinds).map(([kind, one]) => [`${group}/${kind}`, one] as const);
}

/** What a kind that is outside backend TLS sets; undefined for every other kind. */
export function outsideKind(group: string, kind: string): OutsideKind | undefined {
  return OUTSIDE.get(`${group}/${kind}`);
}

/** Kinds that are read although there is no table of their fields. */
const READ_WITHOUT_TABLE: readonly string[] = [
  'gateway.envoyproxy.io/EnvoyGateway',
  'gateway.networking.k8s.io/TCPRoute',
  'gateway.nginx.org/NginxProxy',
];

/** Whether a kind without a table is of no gateway, or known in another way. */
export function isKnownWithoutTable(group: string, kind: string): boolean {
  const key = `${group}/${kind}`;
  return !GROUPS.has(group) || OUTSIDE.has(key) || READ_WITHOUT_TABLE.includes(key);
}

const GROUPS: ReadonlySet<string> = new Set(
  [...OUTSIDE.keys(), ...READ_WITHOUT_TABLE].map((key) => key.slice(0, key.indexOf('/'))),
);

/** The kind of the same group that was probably meant. */
export function nearestKind(
  group: string,
  kind: string,
  withTable: readonly { readonly group: string; readonly kind: string }[],
): string | undefined {
  const others = [...OUTSIDE.keys(), ...READ_WITHOUT_TABLE]
    .filter((key) => key.startsWith(`${group}/`))
    .map((key) => key.slice(group.length + 1));
  const own = withTable.filter((one) => one.group === group).map((one) => one.kind);
  return nearestName(kind, [...own, ...others]);
}
