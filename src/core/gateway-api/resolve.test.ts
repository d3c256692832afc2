import { describe, expect, it } from 'vitest';
import type { ImplementationId } from '../model/index.ts';
import { indexObjects } from './index-objects.ts';
import { fieldText } from './make-finding.ts';
import { objectsFrom } from './objects.testing.ts';
import { resolve } from './resolve.ts';
import type { Resolution } from './types.ts';

function run(yaml: string, overrides: Readonly<Record<string, ImplementationId>> = {}): Resolution {
  return resolve(indexObjects(objectsFrom(yaml)), { overrides });
}

const G = 'apiVersion: gateway.networking.k8s.io/v1\nkind:';

function gateway(listeners: string, className = 'nginx'): string {
  return `${G} Gateway\nmetadata: { name: gw }\nspec: { gatewayClassName: ${className}, listeners: [${listeners}] }`;
}

function route(spec: string, kind = 'HTTPRoute', namespace = 'default'): string {
  return `${G} ${kind}\nmetadata: { name: r, namespace: ${namespace} }\nspec: { ${spec} }`;
}

const HTTP = '{ name: http, port: 80, protocol: HTTP }';
const RULES = 'rules: [{ backendRefs: [{ name: app, port: 443 }] }]';
const service =
  'apiVersion: v1\nkind: Service\nmetadata: { name: app }\nspec: { ports: [{ name: https, port: 443 }] }';

describe('route attachment', () => {
  const selector = (from: string): string =>
    `{ name: http, port: 80, protocol: HTTP, allowedRoutes: { namespaces: { ${from} } } }`;
  const inShop = route(
    `parentRefs: [{ name: gw, namespace: default }], ${RULES}`,
    'HTTPRoute',
    'shop',
  );
  const shop = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop, labels: { team: a } }';
  const byTeam = 'from: Selector, selector: { matchLabels: { team: a } }';
  const byName = 'from: Selector, selector: { matchLabels: { kubernetes.io/metadata.name: shop } }';

  it.each([
    ['Same', selector('from: Same'), [inShop], 'NotAllowedByListeners', false],
    ['the default', HTTP, [inShop], 'NotAllowedByListeners', false],
    ['All', selector('from: All'), [inShop], undefined, false],
    ['a selector that matches', selector(byTeam), [inShop, shop], undefined, false],
    [
      'a selector that does not',
      selector(byTeam),
      [inShop, shop.replace('team: a', 'team: b')],
      'NotAllowedByListeners',
      false,
    ],
    ['a selector on labels not given', selector(byTeam), [inShop], undefined, true],
    ['a selector on the name', selector(byName), [inShop], undefined, false],
    ['an unknown value', selector('from: None'), [inShop], 'NotAllowedByListeners', false],
  ])('asks allowedRoutes: %s', (_, listener, more, reason, assumed) => {
    const [attachment] = run([gateway(listener), ...more].join('\n---\n')).attachments;
    expect([attachment?.reason, attachment?.assumedNamespaceLabels]).toEqual([reason, assumed]);
  });

  it.each([
    ['HTTP', 'HTTPRoute', '', undefined],
    ['HTTPS', 'GRPCRoute', '', undefined],
    ['TLS', 'HTTPRoute', '', 'NotAllowedByListeners'],
    ['TCP', 'HTTPRoute', '', 'NotAllowedByListeners'],
    ['HTTP', 'GRPCRoute', 'kinds: [{ kind: HTTPRoute }]', 'NotAllowedByListeners'],
    ['HTTP', 'GRPCRoute', 'kinds: [{ kind: HTTPRoute }, { kind: GRPCRoute }]', undefined],
    [
      'HTTP',
      'HTTPRoute',
      'kinds: [{ group: example.com, kind: HTTPRoute }]',
      'NotAllowedByListeners',
    ],
  ])('lets a %s listener take a %s with { %s }: %s', (protocol, kind, allowed, reason) => {
    const listener = `{ name: l, port: 80, protocol: ${protocol}, allowedRoutes: { ${allowed} } }`;
    const [attachment] = run(
      `${gateway(listener)}\n---\n${route('parentRefs: [{ name: gw }]', kind)}`,
    ).attachments;
    expect(attachment?.reason).toBe(reason);
  });

  it('names all listeners without a section, one with a section or a port', () => {
    const listeners = `${HTTP}, { name: alt, port: 8080, protocol: HTTP }`;
    const taken = (parentRef: string) =>
      run(
        `${gateway(listeners)}\n---\n${route(`parentRefs: [${parentRef}]`)}`,
      ).attachments[0]?.listeners.map(({ listener }) => listener.name);
    expect(taken('{ name: gw }')).toEqual(['http', 'alt']);
    expect(taken('{ name: gw, sectionName: alt }')).toEqual(['alt']);
    expect(taken('{ name: gw, port: 80 }')).toEqual(['http']);
    expect(taken('{ name: gw, port: 80, sectionName: alt }')).toEqual([]);
  });
});

describe('connections', () => {
  it('are one for each listener, rule and backendRef, and one for two parentRefs to a listener', () => {
    const rules =
      'rules: [{ backendRefs: [{ name: app, port: 443 }, { name: b, port: 1 }] }, { matches: [{ path: { value: /x } }], backendRefs: [{ name: app, port: 443 }] }]';
    const yaml = [
      gateway(`${HTTP}, { name: alt, port: 8080, protocol: HTTP }`),
      route(`parentRefs: [{ name: gw }, { name: gw, sectionName: alt }], ${rules}`),
      service,
    ].join('\n---\n');
    const found = run(yaml).connections.map((connection) => [
      connection.listener.name,
      connection.ruleIndex,
      connection.backendRefIndex,
      connection.path,
      connection.backend.kind,
    ]);
    expect(found).toEqual([
      ['http', 0, 0, '/', 'service'],
      ['http', 0, 1, '/', 'missing'],
      ['http', 1, 0, '/x', 'service'],
      ['alt', 0, 0, '/', 'service'],
      ['alt', 0, 1, '/', 'missing'],
      ['alt', 1, 0, '/x', 'service'],
    ]);
  });

  it('give gRPC routes the path of their first method', () => {
    const spec =
      'parentRefs: [{ name: gw }], hostnames: ["*.example"], rules: [{ matches: [{ method: { service: a.B, method: C } }], backendRefs: [{ name: app, port: 443 }] }]';
    const [connection] = run(
      [gateway(HTTP), route(spec, 'GRPCRoute'), service].join('\n---\n'),
    ).connections;
    expect(connection).toMatchObject({
      routeKind: 'GRPCRoute',
      path: '/a.B/C',
      hostname: 'app.example',
    });
  });

  it.each([
    [
      'gateway.kgateway.dev/v1alpha1',
      'static: { hosts: [{ host: httpbin.org, port: 443 }, { host: b.org, port: 8443 }] }',
      { host: 'httpbin.org', port: 443, otherHosts: ['b.org:8443'] },
    ],
    [
      'gateway.envoyproxy.io/v1alpha1',
      'endpoints: [{ fqdn: { hostname: api.org, port: 443 } }]',
      { host: 'api.org', port: 443 },
    ],
    [
      'gateway.envoyproxy.io/v1alpha1',
      'endpoints: [{ ip: { address: 192.0.2.1, port: 8443 } }]',
      { host: '192.0.2.1', port: 8443 },
    ],
  ])('lead to the hosts of a Backend of %s', (apiVersion, spec, expected) => {
    const group = apiVersion.split('/')[0] ?? '';
    const refs = `rules: [{ backendRefs: [{ group: ${group}, kind: Backend, name: out }] }]`;
    const yaml = [
      gateway(HTTP),
      route(`parentRefs: [{ name: gw }], ${refs}`),
      `apiVersion: ${apiVersion}\nkind: Backend\nmetadata: { name: out }\nspec: { ${spec} }`,
    ].join('\n---\n');
    expect(run(yaml).connections[0]?.backend).toMatchObject({ kind: 'external', ...expected });
  });
});

describe('the implementation of a Gateway', () => {
  const classOf = (controller: string): string =>
    `${G} GatewayClass\nmetadata: { name: mine }\nspec: { controllerName: ${controller} }`;

  it.each([
    ['gateway.nginx.org/nginx-gateway-controller', 'nginx-gateway-fabric'],
    ['gateway.envoyproxy.io/gatewayclass-controller', 'envoy-gateway'],
    ['kgateway.dev/kgateway', 'kgateway'],
    ['agentgateway.dev/agentgateway', 'agentgateway'],
  ])('follows from controller %s', (controller, id) => {
    const { implementations } = run(`${gateway(HTTP, 'mine')}\n---\n${classOf(controller)}`);
    expect([...implementations.values()]).toEqual([
      { id, how: 'controller-name', evidence: controller },
    ]);
  });

  it('is not guessed from the class name when the class says otherwise', () => {
    const other = classOf('example.com/other').replace('name: mine', 'name: nginx');
    const { implementations } = run(`${gateway(HTTP)}\n---\n${other}`);
    expect([...implementations.values()]).toEqual([
      { id: null, how: 'unknown', evidence: 'example.com/other' },
    ]);
  });

  it('knows a controller name that Envoy Gateway was configured with', () => {
    const config =
      'apiVersion: gateway.envoyproxy.io/v1alpha1\nkind: EnvoyGateway\nmetadata: { name: c }\ngateway: { controllerName: example.com/mine }';
    const yaml = [gateway(HTTP, 'mine'), classOf('example.com/mine'), config].join('\n---\n');
    expect([...run(yaml).implementations.values()][0]?.id).toBe('envoy-gateway');
  });

  it('is what the user says', () => {
    const key = 'gateway.networking.k8s.io/Gateway/default/gw';
    const { implementations } = run(gateway(HTTP), { [key]: 'kgateway' });
    expect(implementations.get(key)).toEqual({
      id: 'kgateway',
      how: 'override',
      evidence: 'kgateway',
    });
  });
});

describe('references of implementations and workloads', () => {
  const edges = (yaml: string): readonly string[] =>
    run(yaml).references.map(
      ({ kind, from, target }) =>
        `${kind} ${fieldText(from.path)} > ${target.kind} ${target.namespace}/${target.name}`,
    );

  it.each<[string, string, readonly string[]]>([
    [
      'kgateway BackendConfigPolicy',
      'apiVersion: gateway.kgateway.dev/v1alpha1\nkind: BackendConfigPolicy\nmetadata: { name: p }\nspec: { targetRefs: [{ group: "", kind: Service, name: app, namespace: ignored }], tls: { secretRef: { name: ca } } }',
      [
        'policyTarget spec.targetRefs[0] > Service default/app',
        'secretRef spec.tls.secretRef > Secret default/ca',
      ],
    ],
    [
      'kgateway targetSelectors',
      `apiVersion: gateway.kgateway.dev/v1alpha1\nkind: BackendConfigPolicy\nmetadata: { name: p }\nspec: { targetSelectors: [{ group: "", kind: Service, matchLabels: { a: b } }] }
---
apiVersion: v1\nkind: Service\nmetadata: { name: taken, labels: { a: b } }\nspec: {}
---
apiVersion: v1\nkind: Service\nmetadata: { name: other, labels: { a: c } }\nspec: {}`,
      ['policyTarget spec.targetSelectors[0] > Service default/taken'],
    ],
    [
      'Envoy Gateway Backend',
      'apiVersion: gateway.envoyproxy.io/v1alpha1\nkind: Backend\nmetadata: { name: b }\nspec: { tls: { clientCertificateRef: { name: pair }, caCertificateRefs: [{ kind: Secret, name: ca }] } }',
      [
        'clientCertificateRef spec.tls.clientCertificateRef > Secret default/pair',
        'caCertificateRef spec.tls.caCertificateRefs[0] > Secret default/ca',
      ],
    ],
    [
      'GatewayClass with an EnvoyProxy, whose namespace defaults to "default"',
      `${G} GatewayClass\nmetadata: { name: eg }\nspec: { parametersRef: { group: gateway.envoyproxy.io, kind: EnvoyProxy, name: p } }`,
      ['parametersRef spec.parametersRef > EnvoyProxy default/p'],
    ],
    [
      'Gateway with everything',
      `${G} Gateway\nmetadata: { name: g }\nspec: { gatewayClassName: c, infrastructure: { parametersRef: { group: x, kind: Params, name: z } }, listeners: [{ name: l, port: 443, protocol: HTTPS, tls: { certificateRefs: [{ name: s, namespace: ns }] } }], tls: { backend: { clientCertificateRef: { name: pair } }, frontend: { default: { validation: { caCertificateRefs: [{ group: "", kind: ConfigMap, name: f }] } }, perPort: [{ port: 443, tls: { validation: { caCertificateRefs: [{ group: "", kind: ConfigMap, name: h }] } } }] } } }`,
      [
        'gatewayClass spec.gatewayClassName > GatewayClass /c',
        'listenerCertificateRef spec.listeners[0].tls.certificateRefs[0] > Secret ns/s',
        'clientCertificateRef spec.tls.backend.clientCertificateRef > Secret default/pair',
        'caCertificateRef spec.tls.frontend.default.validation.caCertificateRefs[0] > ConfigMap default/f',
        'caCertificateRef spec.tls.frontend.perPort[0].tls.validation.caCertificateRefs[0] > ConfigMap default/h',
        'parametersRef spec.infrastructure.parametersRef > Params default/z',
      ],
    ],
    [
      'BackendTLSPolicy v1alpha2',
      'apiVersion: gateway.networking.k8s.io/v1alpha2\nkind: BackendTLSPolicy\nmetadata: { name: p }\nspec: { targetRef: { group: "", kind: Service, name: app, namespace: ns }, tls: { caCertRefs: [{ group: "", kind: ConfigMap, name: ca }] } }',
      [
        'policyTarget spec.targetRef > Service ns/app',
        'caCertificateRef spec.tls.caCertRefs[0] > ConfigMap default/ca',
      ],
    ],
    [
      'Pod volumes and variables',
      'apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec: { volumes: [{ name: a, secret: { secretName: s } }, { name: b, projected: { sources: [{ configMap: { name: c } }, { secret: { name: t } }] } }], containers: [{ name: x, env: [{ name: E, valueFrom: { secretKeyRef: { name: u, key: k } } }], envFrom: [{ configMapRef: { name: v } }] }] }',
      [
        'volume spec.volumes[0] > Secret default/s',
        'volume spec.volumes[1].projected.sources[0] > ConfigMap default/c',
        'volume spec.volumes[1].projected.sources[1] > Secret default/t',
        'env spec.containers[0].env[0] > Secret default/u',
        'env spec.containers[0].envFrom[0] > ConfigMap default/v',
      ],
    ],
    [
      'mirror filters',
      route(
        'rules: [{ filters: [{ type: RequestMirror, requestMirror: { backendRef: { name: m, port: 1 } } }] }]',
      ),
      ['backendRef spec.rules[0].filters[0].requestMirror.backendRef > Service default/m'],
    ],
    [
      'a kind nobody knows',
      'apiVersion: example.com/v1\nkind: Thing\nmetadata: { name: t }\nspec: { parentRefs: [{ name: gw }] }',
      [],
    ],
  ])('are read from %s', (_, yaml, expected) => {
    expect(edges(yaml)).toEqual(expected);
  });
});
