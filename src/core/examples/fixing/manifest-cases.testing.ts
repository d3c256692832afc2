import { GATEWAY, POLICY, ROUTE, SERVICE, type FixCase } from './fix-case.testing.ts';

const experimental = (gatewayApi: '1.3' | '1.6') =>
  ({ crds: { gatewayApi, channel: 'experimental' } }) as const;

/** How a file is written, and what the API server says. */
export const manifestCases: readonly FixCase[] = [
  {
    code: 'MANIFEST-AFTER-END',
    changes: [
      [
        POLICY,
        /$/,
        '...\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: more\n  namespace: shop\n',
      ],
    ],
  },
  { code: 'MANIFEST-ALIAS-UNRESOLVED', changes: [[ROUTE, 'www.shop.example', '*.shop.example']] },
  { code: 'MANIFEST-BYTE-ORDER-MARK', changes: [[ROUTE, /^/, '\uFEFF']] },
  { code: 'MANIFEST-CRLF', changes: [[ROUTE, /\n/g, '\r\n']] },
  {
    code: 'MANIFEST-DUPLICATE-KEY',
    changes: [[ROUTE, '  hostnames:', '  hostnames:\n    - other.example\n  hostnames:']],
  },
  {
    code: 'MANIFEST-GENERATE-NAME',
    changes: [[ROUTE, /(?<=metadata:\n {2})name: catalog/, 'generateName: catalog-']],
  },
  {
    code: 'MANIFEST-NAMESPACE-MISMATCH',
    changes: [[ROUTE, 'namespace: shop', 'namespace: edge']],
    namespaceOf: { [ROUTE]: 'shop' },
  },
  { code: 'MANIFEST-NO-API-VERSION', changes: [[ROUTE, /apiVersion: .*\n/, '']] },
  {
    code: 'MANIFEST-NOT-JSON',
    changes: [[SERVICE, 'metadata:\n', 'metadata:\n  annotations:\n    limit: .inf\n']],
  },
  {
    code: 'MANIFEST-TAB-INDENT',
    changes: [[ROUTE, '    - name: storefront', '\t\t- name: storefront']],
  },
  {
    code: 'SCHEMA-DEPRECATED-VERSION',
    changes: [[POLICY, /k8s\.io\/v1\n/, 'k8s.io/v1alpha3\n']],
    options: experimental('1.6'),
  },
  {
    code: 'SCHEMA-DUPLICATE',
    changes: [[GATEWAY, / {4}- name: http\n(?: {6}.*\n){2}/, (text) => text + text]],
  },
  {
    code: 'SCHEMA-EXPERIMENTAL-FIELD',
    options: { crds: { gatewayApi: '1.4', channel: 'standard' } },
  },
  { code: 'SCHEMA-FIELD-OF-OTHER-RELEASE', options: experimental('1.3') },
  { code: 'SCHEMA-NOT-SERVED', changes: [[POLICY, /k8s\.io\/v1\n/, 'k8s.io/v1alpha2\n']] },
  {
    code: 'SCHEMA-OLD-BACKEND-TLS',
    changes: [
      [
        GATEWAY,
        / {2}tls:\n {4}backend:\n {6}(clientCertificateRef:)\n {8}(.*)\n {8}(.*)\n/,
        '  backendTLS:\n    $1\n      $2\n      $3\n',
      ],
    ],
  },
  { code: 'SCHEMA-REQUIRED', changes: [[POLICY, /( {4}- group: "")\n {6}kind: Service/, '$1']] },
  { code: 'SCHEMA-TYPE', changes: [[ROUTE, 'port: 8443', 'port: "8443"']] },
  { code: 'SCHEMA-UNKNOWN-FIELD', changes: [[POLICY, 'hostname:', 'hostName:']] },
  { code: 'SCHEMA-UNSUPPORTED', changes: [[ROUTE, 'PathPrefix', 'PathPrefx']] },
];
