import { Buffer } from 'node:buffer';
import {
  GATEWAY,
  policyFor,
  POLICY,
  ROUTE,
  SERVICE,
  service,
  WITHOUT_POLICY,
  type Change,
  type FixCase,
} from './fix-case.testing.ts';

const options: Change = [POLICY, 'spec:\n', 'spec:\n  options:\n    shop.example/x: "1"\n'];
const runs = (gatewayClassName: string): Change => [
  GATEWAY,
  /gatewayClassName: .*/,
  `gatewayClassName: ${gatewayClassName}`,
];
const namesBackend = (group: string, kind: string): Change => [
  ROUTE,
  /- name: catalog\n +port: 8443/,
  `- group: ${group}\n          kind: ${kind}\n          name: out`,
];
const second: Readonly<Record<string, string>> = {
  'general.yaml': policyFor('a-general', 'name: catalog'),
};
const metrics: Change = [
  SERVICE,
  '  ports:\n',
  '  ports:\n    - name: metrics\n      port: 9090\n',
];

const configPolicy = (tls: string, more = ''): Readonly<Record<string, string>> => ({
  'config.yaml': `apiVersion: gateway.kgateway.dev/v1alpha1
kind: BackendConfigPolicy
metadata:
  name: config
  namespace: shop
spec:
  targetRefs: [{ group: "", kind: Service, name: catalog }]
  ${more}
  tls:
    ${tls}
`,
});
const SECRET_CA = 'secretRef: { name: catalog-identity }';

const envoyBackend = (tls: string): Readonly<Record<string, string>> => ({
  'out.yaml': `apiVersion: gateway.envoyproxy.io/v1alpha1
kind: Backend
metadata:
  name: out
  namespace: shop
spec:
  endpoints: [{ fqdn: { hostname: out.example, port: 443 } }]
  tls:
    ${tls}
`,
});
const ENVOY_CA = 'caCertificateRefs: [{ group: "", kind: ConfigMap, name: services-ca }]';
const outside = {
  assignments: [
    {
      target: 'host:out.example:443',
      chain: { kind: 'object', objectKey: '/Secret/shop/catalog-identity', dataKey: 'tls.crt' },
      key: { kind: 'object', objectKey: '/Secret/shop/catalog-identity', dataKey: 'tls.key' },
    },
  ],
} as const;
const EG = {
  base: 'envoy-gateway-mutual-tls',
  changes: [namesBackend('gateway.envoyproxy.io', 'Backend')],
} as const;
const KGW = { base: 'kgateway-one-way' } as const;
const agentBackend = (tls: string): Readonly<Record<string, string>> => ({
  'out.yaml': `apiVersion: agentgateway.dev/v1alpha1
kind: AgentgatewayBackend
metadata:
  name: out
  namespace: shop
spec:
  static: { host: out.example, port: 443 }
  policies:
    tls:
      ${tls}
`,
});
const AGW_BACKEND = [
  runs('agentgateway'),
  namesBackend('agentgateway.dev', 'AgentgatewayBackend'),
] as const;

const envoyConfig = `apiVersion: v1
kind: ConfigMap
metadata:
  name: envoy-gateway-config
  namespace: envoy-gateway-system
data:
  envoy-gateway.yaml: |
    apiVersion: gateway.envoyproxy.io/v1alpha1
    kind: EnvoyGateway
    provider:
      type: Kubernetes
`;

/** What single implementations refuse or pass over. */
export const implementationCases: readonly FixCase[] = [
  {
    code: 'NGF-SECRET-TYPE-REFUSED',
    changes: [[GATEWAY, 'type: kubernetes.io/tls', 'type: Opaque']],
  },
  {
    code: 'NGF-RULE-SHARES-TLS',
    changes: [
      [ROUTE, / {8}- name: catalog\n.*\n/, (own) => own.replace('catalog', 'second') + own],
    ],
    more: { 'second.yaml': service('second') },
  },
  { code: 'NGF-OLDER-POLICY-WINS', changes: [metrics], more: second },
  {
    code: 'NGF-SAN-IGNORED',
    changes: [
      [
        POLICY,
        /( {4}hostname: )(.*\n)/,
        '$1$2    subjectAltNames:\n      - type: Hostname\n        hostname: $2',
      ],
    ],
  },
  { code: 'NGF-OPTIONS-IGNORED', changes: [options] },
  {
    code: 'NGF-CA-BASE64',
    changes: [
      [
        POLICY,
        /ca\.crt: \|\n((?: {4}.*\n)+)/,
        (_, text = '') =>
          `ca.crt: ${Buffer.from(text.replaceAll(/^ {4}/gm, '')).toString('base64')}\n`,
      ],
    ],
  },
  {
    code: 'NGF-CA-SECRET-WITHOUT-CA',
    changes: [[POLICY, /kind: ConfigMap(\n +name: )services-ca/, 'kind: Secret$1catalog-identity']],
  },
  {
    ...EG,
    ...outside,
    code: 'EG-BACKEND-API-OFF',
    more: {
      ...envoyBackend(`${ENVOY_CA}\n    sni: catalog.shop.svc.cluster.local`),
      'config.yaml': envoyConfig,
    },
  },
  {
    ...EG,
    ...outside,
    code: 'EG-SKIP-VERIFY',
    more: envoyBackend('insecureSkipVerify: true\n    sni: catalog.shop.svc.cluster.local'),
  },
  { ...EG, ...outside, code: 'EG-SNI-FROM-REQUEST', more: envoyBackend(ENVOY_CA) },
  {
    ...EG,
    ...outside,
    code: 'EG-NO-NAME-CHECKED',
    changes: [...EG.changes, [ROUTE, /$/, '        - name: catalog\n          port: 8443\n']],
    more: envoyBackend(ENVOY_CA),
  },
  {
    base: 'envoy-gateway-mutual-tls',
    code: 'EG-CA-OTHER-KEY',
    changes: [[POLICY, 'ca.crt', 'ca.pem']],
  },
  {
    base: 'envoy-gateway-mutual-tls',
    code: 'EG-SECTION-SHADOWED',
    changes: [metrics],
    more: second,
    options: { versions: { 'envoy-gateway': '1.8' } },
  },
  {
    ...KGW,
    code: 'KGW-ANY-CERTIFICATE',
    changes: [WITHOUT_POLICY],
    more: configPolicy(`${SECRET_CA}\n    sni: catalog.shop.svc.cluster.local`),
  },
  {
    ...KGW,
    code: 'KGW-NAME-UNCHECKED',
    changes: [WITHOUT_POLICY],
    more: configPolicy('wellKnownCACertificates: System\n    sni: catalog.shop.svc.cluster.local'),
  },
  {
    ...KGW,
    code: 'KGW-NO-SNI',
    changes: [WITHOUT_POLICY],
    more: configPolicy('wellKnownCACertificates: System'),
  },
  {
    ...KGW,
    code: 'KGW-NO-TLS-VERSION',
    changes: [WITHOUT_POLICY],
    more: configPolicy('wellKnownCACertificates: System\n    parameters: { minVersion: "1.3" }'),
  },
  {
    ...KGW,
    code: 'KGW-CONFIG-POLICY-OVERRIDDEN',
    more: configPolicy('wellKnownCACertificates: System', 'connectTimeout: 5s'),
  },
  {
    ...KGW,
    code: 'KGW-TLS-ORDER-RANDOM',
    more: configPolicy('wellKnownCACertificates: System', 'connectTimeout: 5s'),
    options: { versions: { kgateway: '2.3' } },
  },
  {
    ...KGW,
    code: 'KGW-CA-REFS-IGNORED',
    changes: [
      [POLICY, /$/, '      - group: ""\n        kind: ConfigMap\n        name: services-ca\n'],
    ],
  },
  { ...KGW, code: 'KGW-OPTIONS-IGNORED', changes: [options] },
  {
    code: 'KGW-CLIENT-CERTIFICATE-WRAPPED',
    changes: [runs('kgateway')],
    more: {
      'wrap.yaml': `apiVersion: gateway.kgateway.dev/v1alpha1
kind: BackendConfigPolicy
metadata:
  name: config
  namespace: shop
spec:
  targetRefs: [{ group: "", kind: Service, name: catalog }]
  connectTimeout: 5s
  upstreamProxyProtocol: { version: V1 }
`,
    },
  },
  {
    ...outside,
    code: 'AGW-CLIENT-CERTIFICATE-UNUSED',
    changes: AGW_BACKEND,
    more: agentBackend('sni: catalog.shop.svc.cluster.local'),
  },
  { code: 'AGW-OPTIONS-IGNORED', changes: [runs('agentgateway'), options] },
  {
    ...outside,
    code: 'AGW-ANY-CERTIFICATE',
    changes: AGW_BACKEND,
    more: agentBackend('insecureSkipVerify: All\n      sni: catalog.shop.svc.cluster.local'),
  },
  {
    ...outside,
    code: 'AGW-NAME-UNCHECKED',
    changes: AGW_BACKEND,
    more: agentBackend('insecureSkipVerify: Hostname\n      sni: catalog.shop.svc.cluster.local'),
  },
];
