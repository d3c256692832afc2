import { Buffer } from 'node:buffer';
import {
  GATEWAY,
  IDENTITY,
  policyFor,
  POLICY,
  ROUTE,
  SERVICE,
  service,
  WITHOUT_POLICY,
  type Change,
  type FixCase,
} from './fix-case.testing.ts';

const SELECTOR = 'from: Selector\n          selector: { matchLabels: { a: b } }\n';
const listenerSet = `apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata:
  name: more
  namespace: shop
spec:
  parentRef: { name: storefront }
  listeners: [{ name: extra, port: 8080, protocol: HTTP }]
`;
/** The PEM text itself where its base64 belongs. */
const plainText: Change = [
  IDENTITY,
  /(?<=tls\.crt: )(.*)\n/,
  (_, base64 = '') =>
    `|\n${Buffer.from(base64, 'base64')
      .toString()
      .replaceAll(/^(?=.)/gm, '    ')}`,
];
const listener = (text: string): Change => [GATEWAY, '      port: 80\n', `      port: 80\n${text}`];

/** Objects, what they name, Gateways, routes, Services and workloads. */
export const objectCases: readonly FixCase[] = [
  {
    code: 'OBJECT-REPEATED',
    more: { 'again.yaml': '{{catalog-route.yaml}}' },
    dropsComments: true,
  },
  {
    code: 'OBJECT-REDEFINED',
    more: { 'again.yaml': service('catalog').replace('targetPort: https', 'targetPort: 8443') },
    dropsComments: true,
  },
  { code: 'API-VERSION-OLD', changes: [[POLICY, /k8s\.io\/v1\n/, 'k8s.io/v1alpha3\n']] },
  {
    code: 'REFERENCE-TARGET-MISSING',
    changes: [[POLICY, /(kind: ConfigMap\n +name: )services-ca/, '$1service-ca']],
  },
  {
    code: 'REFERENCE-NOT-PERMITTED',
    changes: [[ROUTE, '- name: catalog\n', '- name: catalog\n          namespace: other\n']],
    more: { 'other.yaml': service('catalog', 'app: catalog', 'other') },
  },
  {
    code: 'REFERENCE-OTHER-NAMESPACE',
    base: 'envoy-gateway-mutual-tls',
    changes: [
      ['gateway-identity.yaml', /(name: storefront-identity\n {2}namespace: )shop/, '$1edge'],
      ['gateway-identity.yaml', /(kind: Secret\n {6}name: .*)/, '$1\n      namespace: edge'],
    ],
  },
  {
    code: 'REFERENCE-GROUP-CORE',
    changes: [[POLICY, /group: ""\n( +kind: ConfigMap)/, 'group: core\n$1']],
  },
  {
    code: 'REFERENCE-KIND-UNSUPPORTED',
    changes: [[POLICY, /kind: ConfigMap(\n +name: services-ca)/, 'kind: Certificate$1']],
  },
  {
    code: 'DATA-HTML-ESCAPED',
    changes: [[IDENTITY, /(?<=tls\.crt: \w{9})\w/, (one) => `&#${String(one.charCodeAt(0))};`]],
  },
  { code: 'DATA-PLAIN-TEXT', changes: [plainText] },
  { code: 'DATA-NOT-TEXT', changes: [[POLICY, '  ca.crt: |', '  retries: 3\n  ca.crt: |']] },
  {
    code: 'DATA-KEY-TWICE',
    changes: [[POLICY, /^data:\n/m, 'binaryData:\n  ca.crt: Q0E=\ndata:\n']],
  },
  { code: 'CA-KEY-MISSING', changes: [[POLICY, 'ca.crt', 'ca.pem']] },
  { code: 'TLS-KEY-MISSING', changes: [[GATEWAY, 'tls.key:', 'key.pem:']] },
  { code: 'LISTENER-SET-NOT-ALLOWED', more: { 'more.yaml': listenerSet } },
  {
    code: 'LISTENER-SET-LABELS-UNKNOWN',
    changes: [
      [
        GATEWAY,
        '  listeners:\n',
        `  allowedListeners:\n    namespaces:\n          ${SELECTOR}  listeners:\n`,
      ],
    ],
    more: { 'more.yaml': listenerSet },
  },
  {
    code: 'GATEWAY-CLASS-UNKNOWN',
    changes: [[GATEWAY, 'gatewayClassName: nginx', 'gatewayClassName: public']],
  },
  { code: 'ROUTE-NOT-ATTACHED', changes: [[ROUTE, 'sectionName: http', 'sectionName: web']] },
  { code: 'ROUTE-NOT-ATTACHED', changes: [listener('      hostname: a.example\n')] },
  {
    code: 'ROUTE-NOT-ATTACHED',
    changes: [
      [ROUTE, 'name: storefront\n', 'name: storefront\n      namespace: shop\n'],
      [ROUTE, 'namespace: shop', 'namespace: web'],
      [ROUTE, '- name: catalog\n', '- name: catalog\n          namespace: shop\n'],
    ],
    more: {
      'grant.yaml': `apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: { name: web, namespace: shop }
spec:
  from: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: web }]
  to: [{ group: "", kind: Service }]
`,
    },
  },
  {
    code: 'ROUTE-NAMESPACE-LABELS-UNKNOWN',
    changes: [listener(`      allowedRoutes:\n        namespaces:\n          ${SELECTOR}`)],
  },
  { code: 'BACKEND-PORT-NOT-FOUND', changes: [[ROUTE, 'port: 8443', 'port: 443']] },
  { code: 'BACKEND-PORT-NOT-GIVEN', changes: [[ROUTE, '          port: 8443\n', '']] },
  {
    code: 'SERVICE-SELECTS-NOTHING',
    changes: [[SERVICE, 'app: catalog\n  ports', 'app: catalogue\n  ports']],
  },
  {
    code: 'WORKLOAD-FILE-MISSING',
    changes: [[SERVICE, 'identity/tls.crt;', 'identity/tls.cert;']],
  },
  {
    code: 'WORKLOAD-KEY-MISSING',
    changes: [
      [
        SERVICE,
        'secretName: catalog-identity\n',
        `secretName: catalog-identity
            items:
              - key: tls.cert
                path: tls.crt
              - key: tls.key
                path: tls.key
`,
      ],
    ],
  },
  {
    code: 'WORKLOAD-PORT-NOT-SERVED',
    changes: [[SERVICE, 'targetPort: https', 'targetPort: 9443']],
  },
  {
    code: 'WORKLOAD-PORT-NAME-MISSING',
    changes: [[SERVICE, 'targetPort: https', 'targetPort: tls']],
  },
  {
    code: 'POLICY-TARGET-MISSING',
    changes: [[POLICY, /name: catalog\n/, 'name: catalogs\n']],
  },
  {
    code: 'POLICY-WITHOUT-TARGET',
    changes: [
      [
        POLICY,
        / {2}targetRefs:\n {4}- (.*)\n {6}(.*)\n {6}(.*)\n {6}(.*)\n/,
        '  targetRef:\n    $1\n    $2\n    $3\n    $4\n',
      ],
    ],
  },
  {
    code: 'POLICY-SECTION-IS-NUMBER',
    changes: [[POLICY, 'sectionName: https', 'sectionName: "8443"']],
  },
  {
    code: 'POLICY-SECTION-NOT-FOUND',
    changes: [[POLICY, 'sectionName: https', 'sectionName: htps']],
  },
  {
    code: 'POLICY-CONFLICT-LOST',
    more: { 'other.yaml': policyFor('other', 'name: catalog, sectionName: https') },
    dropsComments: true,
  },
  {
    code: 'POLICY-UDP-PORT-BESIDE',
    changes: [
      [POLICY, '      sectionName: https\n', ''],
      [
        SERVICE,
        '  ports:\n',
        '  ports:\n    - name: quic\n      port: 8444\n      protocol: UDP\n',
      ],
    ],
  },
  {
    code: 'POLICY-SEVERAL-TARGETS',
    changes: [
      [
        POLICY,
        '  validation:',
        '    - group: ""\n      kind: Service\n      name: second\n  validation:',
      ],
    ],
    more: { 'second.yaml': service('second') },
  },
  {
    code: 'POLICY-SEVERAL-CAS',
    changes: [
      [POLICY, /$/, '      - group: ""\n        kind: ConfigMap\n        name: gateways-ca\n'],
    ],
  },
  { code: 'POLICY-HOSTNAME-IS-IP', changes: [[POLICY, /hostname: .*/, 'hostname: 10.0.0.1']] },
  {
    code: 'POLICY-SAN-WILDCARD',
    changes: [
      [
        POLICY,
        /( {4}hostname: .*\n)/,
        '$1    subjectAltNames:\n      - type: Hostname\n        hostname: "*.shop.example"\n',
      ],
    ],
  },
  {
    code: 'TLS-PORT-WITHOUT-POLICY',
    changes: [
      WITHOUT_POLICY,
      [SERVICE, '      port: 8443\n', '      port: 8443\n      appProtocol: https\n'],
    ],
  },
  { code: 'CLIENT-CERTIFICATE-NEVER-SENT', changes: [WITHOUT_POLICY] },
];
