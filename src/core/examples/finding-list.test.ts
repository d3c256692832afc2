import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../analysis/index.ts';
import type { ImplementationId, InstalledCrds, Workspace } from '../model/index.ts';
import { testCrypto } from '../pki/issuing/chain.testing.ts';
import { buildExample } from './build-example.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 20, 12);
const GATEWAY = 'gateway.networking.k8s.io/Gateway/shop/storefront';
const analyze = createAnalyzer();
const example = await buildExample('ngf-mutual-tls', { now: NOW, crypto: testCrypto });

type Change = (text: string) => string;

const replaced = (pattern: RegExp, by: string): Change => {
  return (text) => text.replace(pattern, by);
};
const inFile = (
  path: string,
  ...changes: readonly Change[]
): ((workspace: Workspace) => Workspace) => {
  return (workspace) => ({
    ...workspace,
    files: workspace.files.map((file) =>
      file.path === path
        ? { ...file, text: changes.reduce((text, change) => change(text), file.text) }
        : file,
    ),
  });
};
const added = (text: string): ((workspace: Workspace) => Workspace) => {
  return (workspace) => ({
    ...workspace,
    files: [...workspace.files, { id: 'added', path: 'added.yaml', text }],
  });
};

const policyFile = (...changes: readonly Change[]) => inFile('catalog-tls.yaml', ...changes);
const noPolicy = policyFile((text) => text.slice(0, text.indexOf('\n---\n') + 1));
const ca = (text: string) =>
  policyFile(replaced(/ca\.crt: \|\n(?: {4}.*\n)+/, `ca.crt: ${text}\n`));
const validation = (lines: string) => policyFile((text) => `${text}    ${lines}\n`);
const configPolicy = (tls: string) =>
  added(`apiVersion: gateway.kgateway.dev/v1alpha1
kind: BackendConfigPolicy
metadata: { name: catalog-config, namespace: shop }
spec:
  targetRefs: [{ group: "", kind: Service, name: catalog }]
  tls: { ${tls} }
`);
const toBackend = (settings: string) => (workspace: Workspace) =>
  added(`apiVersion: gateway.envoyproxy.io/v1alpha1
kind: Backend
metadata: { name: catalog-backend, namespace: shop }
spec:
  endpoints: [{ fqdn: { hostname: catalog.shop.svc.cluster.local, port: 8443 } }]
  tls: { insecureSkipVerify: true }
${settings}`)(
    inFile(
      'catalog-route.yaml',
      replaced(
        /- name: catalog\n +port: 8443/,
        '- { group: gateway.envoyproxy.io, kind: Backend, name: catalog-backend }',
      ),
    )(workspace),
  );
const config = (enabled: boolean) => `---
apiVersion: v1
kind: ConfigMap
metadata: { name: envoy-gateway-config, namespace: envoy-gateway-system }
data:
  envoy-gateway.yaml: |
    apiVersion: gateway.envoyproxy.io/v1alpha1
    kind: EnvoyGateway
    extensionApis: { enableBackend: ${String(enabled)} }
`;

interface Case {
  readonly on: ImplementationId;
  readonly change: (workspace: Workspace) => Workspace;
  readonly crds?: InstalledCrds;
}

/** Codes that the whole analysis tells of the example, changed in one thing, under one gateway. */
async function codesOf({ on, change, crds }: Case): Promise<readonly string[]> {
  const changed = change(example);
  expect(changed.files).not.toEqual(example.files);
  const { findings, foundBy } = await analyze(
    {
      ...changed,
      options: {
        ...changed.options,
        implementationOverrides: { [GATEWAY]: on },
        ...(crds === undefined ? {} : { crds }),
      },
    },
    { now: NOW, crypto: testCrypto },
  );
  // Without what the other gateways alone would say of the same manifests.
  return findings
    .filter(({ id }) => foundBy[id] === undefined || foundBy[id][on] !== undefined)
    .map(({ code }) => code);
}

const every: readonly ImplementationId[] = [
  'nginx-gateway-fabric',
  'envoy-gateway',
  'kgateway',
  'agentgateway',
];
const notEg = every.filter((id) => id !== 'envoy-gateway');
const ngf: readonly ImplementationId[] = ['nginx-gateway-fabric'];
const eg: readonly ImplementationId[] = ['envoy-gateway'];
const kgw: readonly ImplementationId[] = ['kgateway'];
const agw: readonly ImplementationId[] = ['agentgateway'];
const standard14: InstalledCrds = { gatewayApi: '1.4', channel: 'standard' };
const SECOND_POLICY = `---
apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: { name: zz-second, namespace: shop }
spec:
  targetRefs: [{ group: "", kind: Service, name: catalog, sectionName: https }]
  validation: { hostname: catalog, wellKnownCACertificates: System }
`;
const INSECURE_AGW = `apiVersion: agentgateway.dev/v1alpha1
kind: AgentgatewayPolicy
metadata: { name: catalog, namespace: shop }
spec:
  targetRefs: [{ group: "", kind: Service, name: catalog }]
  backend: { tls: { insecureSkipVerify: All } }
`;

describe('what is to be told, under every gateway that it concerns', () => {
  const table: readonly (readonly [
    string,
    readonly ImplementationId[],
    string,
    Case['change'],
    InstalledCrds?,
  ])[] = [
    ['no policy targets the Service', every, 'TLS-PLAINTEXT-TO-TLS-PORT', noPolicy],
    [
      'policy in the wrong namespace',
      every,
      'POLICY-TARGET-MISSING',
      policyFile(replaced(/(name: catalog-tls\n {2}namespace:) shop/, '$1 edge')),
    ],
    [
      'sectionName is a number',
      every,
      'POLICY-SECTION-IS-NUMBER',
      policyFile(replaced(/sectionName: https/, 'sectionName: "8443"')),
    ],
    [
      'target not found',
      every,
      'POLICY-TARGET-MISSING',
      policyFile(replaced(/name: catalog$/m, 'name: catalogue')),
    ],
    [
      'port name not found',
      every,
      'POLICY-SECTION-NOT-FOUND',
      policyFile(replaced(/sectionName: https/, 'sectionName: htps')),
    ],
    ['conflict lost', every, 'POLICY-CONFLICT-LOST', added(SECOND_POLICY)],
    [
      'CA ConfigMap missing',
      every,
      'REFERENCE-TARGET-MISSING',
      policyFile(replaced(/name: services-ca$(?![\s\S]*name: services-ca)/m, 'name: service-ca')),
    ],
    ['CA key missing', notEg, 'CA-KEY-MISSING', policyFile(replaced(/ca\.crt:/, 'ca.pem:'))],
    // It takes the only key there is.
    ['CA key missing', eg, 'EG-CA-OTHER-KEY', policyFile(replaced(/ca\.crt:/, 'ca.pem:'))],
    ['CA empty', every, 'PEM-EMPTY', ca('""')],
    ['CA garbage', every, 'PEM-MISSING', ca('not a certificate')],
    [
      'CA not the first block',
      ngf,
      'PEM-UNEXPECTED-LABEL',
      policyFile(
        replaced(
          /ca\.crt: \|\n/,
          'ca.crt: |\n    -----BEGIN X509 CRL-----\n    MAA=\n    -----END X509 CRL-----\n',
        ),
      ),
    ],
    [
      'Secret type refused',
      ngf,
      'NGF-SECRET-TYPE-REFUSED',
      inFile('gateway.yaml', replaced(/kubernetes\.io\/tls/, 'Opaque')),
    ],
    [
      'SAN list ignored',
      ngf,
      'NGF-SAN-IGNORED',
      validation('subjectAltNames: [{ type: Hostname, hostname: catalog }]'),
    ],
    [
      'hostname is an IP',
      every,
      'POLICY-HOSTNAME-IS-IP',
      policyFile(replaced(/hostname: .*/, 'hostname: 10.0.0.1')),
    ],
    [
      'wildcard SAN',
      every,
      'POLICY-SAN-WILDCARD',
      validation('subjectAltNames: [{ type: Hostname, hostname: "*.shop.svc" }]'),
    ],
    [
      'several caCertificateRefs',
      every,
      'POLICY-SEVERAL-CAS',
      validation('  - { group: "", kind: ConfigMap, name: gateways-ca }'),
    ],
    [
      'several caCertificateRefs, refused',
      ngf,
      'NGF-POLICY-REFUSED',
      validation('  - { group: "", kind: ConfigMap, name: gateways-ca }'),
    ],
    [
      'several caCertificateRefs, the first one read',
      kgw,
      'KGW-CA-REFS-IGNORED',
      validation('  - { group: "", kind: ConfigMap, name: gateways-ca }'),
    ],
    ['client certificate without a policy', every, 'CLIENT-CERTIFICATE-NEVER-SENT', noPolicy],
    [
      'client certificate on gRPC',
      ngf,
      'NGF-CLIENT-CERTIFICATE-GRPC',
      inFile(
        'catalog-route.yaml',
        replaced(/HTTPRoute/, 'GRPCRoute'),
        replaced(/ {4}- matches:\n(?: {8}.*\n)+(?= {6}backendRefs)/, '    -\n'),
      ),
    ],
    [
      'client certificate of an overridden BackendConfigPolicy',
      kgw,
      'KGW-CONFIG-POLICY-OVERRIDDEN',
      configPolicy('secretRef: { name: storefront-identity }'),
    ],
    [
      'cross-namespace without a ReferenceGrant',
      every,
      'REFERENCE-NOT-PERMITTED',
      inFile(
        'gateway.yaml',
        replaced(/(name: storefront-identity\n {2}namespace:) shop/, '$1 edge'),
        replaced(/( +)(name: storefront-identity\n)$/, '$1$2$1namespace: edge\n'),
      ),
    ],
    ['field pruned', every, 'SCHEMA-UNKNOWN-FIELD', validation('verifyDepth: 3')],
    [
      'spec.backendTLS pruned',
      every,
      'SCHEMA-OLD-BACKEND-TLS',
      inFile(
        'gateway.yaml',
        replaced(/ {2}tls:\n {4}backend:\n/, '  backendTLS:\n'),
        replaced(/ {6}clientCertificateRef/, '    clientCertificateRef'),
      ),
    ],
    [
      'version not served',
      every,
      'SCHEMA-NOT-SERVED',
      policyFile(
        replaced(/gateway\.networking\.k8s\.io\/v1\n/, 'gateway.networking.k8s.io/v1alpha2\n'),
      ),
    ],
    [
      'experimental field on the standard channel',
      every,
      'SCHEMA-EXPERIMENTAL-FIELD',
      added('# nothing\n'),
      standard14,
    ],
    [
      'BackendConfigPolicy without ca.crt',
      kgw,
      'KGW-ANY-CERTIFICATE',
      (workspace) => configPolicy('secretRef: { name: storefront-identity }')(noPolicy(workspace)),
    ],
    [
      'BackendConfigPolicy with insecureSkipVerify',
      kgw,
      'KGW-ANY-CERTIFICATE',
      (workspace) => configPolicy('insecureSkipVerify: true')(noPolicy(workspace)),
    ],
    ['Backend with insecureSkipVerify', eg, 'EG-SKIP-VERIFY', toBackend(config(true))],
    [
      'AgentgatewayPolicy with insecureSkipVerify',
      agw,
      'AGW-ANY-CERTIFICATE',
      (workspace) => added(INSECURE_AGW)(noPolicy(workspace)),
    ],
    ['Backend API not enabled', eg, 'EG-BACKEND-API-OFF', toBackend(config(false))],
    ['Backend API not known to be enabled', eg, 'EG-BACKEND-API-UNKNOWN', toBackend('')],
  ];
  const cases = table.flatMap(([name, gateways, code, change, crds]) =>
    gateways.map((on) => ({ name, on, code, change, ...(crds === undefined ? {} : { crds }) })),
  );

  it.each(cases)('$name, $on: $code', async ({ code, ...one }) => {
    expect(await codesOf(one)).toContain(code);
  });
});

describe('what expires', () => {
  const ends = NOW - DAY + 365 * DAY;
  it.each([
    [31, []],
    [30, ['TLS-CERT-EXPIRES-SOON', 'TLS-CERT-EXPIRES-SOON']],
    [8, ['TLS-CERT-EXPIRES-SOON', 'TLS-CERT-EXPIRES-SOON']],
    [7, ['TLS-CERT-EXPIRES-THIS-WEEK', 'TLS-CERT-EXPIRES-THIS-WEEK']],
    [0.5, ['TLS-CERT-EXPIRES-THIS-WEEK', 'TLS-CERT-EXPIRES-THIS-WEEK']],
  ] as const)('is told of server and client %d days before', async (days, codes) => {
    const { findings } = await analyze(example, { now: ends - days * DAY, crypto: testCrypto });
    expect(findings.map(({ code }) => code)).toEqual(codes);
    expect(findings.map(({ params }) => params.role).sort()).toEqual(
      codes.length === 0 ? [] : ['client', 'server'],
    );
  });
});
