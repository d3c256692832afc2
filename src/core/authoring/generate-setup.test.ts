import { describe, expect, it } from 'vitest';
import { defaultChoices } from './default-choices.ts';
import { generateSetup } from './generate-setup.ts';
import { materialFor } from './prove.testing.ts';
import type { SetupChoices } from './types.ts';

const base = defaultChoices('nginx-gateway-fabric');

async function filesOf(choices: SetupChoices): Promise<ReadonlyMap<string, string>> {
  const { files } = generateSetup(choices, await materialFor(choices));
  return new Map(files.map(({ path, text }) => [path, text]));
}

describe('generateSetup', () => {
  it('writes one file a concern, in apply order', async () => {
    const files = await filesOf(base);
    expect([...files.keys()]).toEqual([
      'namespaces.yaml',
      'gateway-identity.yaml',
      'payments-identity.yaml',
      'payments-clients.yaml',
      'gateway.yaml',
      'payments.yaml',
      'payments-tls.yaml',
      'payments-route.yaml',
    ]);
    const withKeys = [...files].filter(([, text]) => text.includes('tls.key:'));
    expect(withKeys.map(([path]) => path)).toEqual([
      'gateway-identity.yaml',
      'payments-identity.yaml',
    ]);
  });

  it('writes the Gateway as a person would', async () => {
    expect((await filesOf(base)).get('gateway.yaml')).toBe(`apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: gateway
  namespace: infra
spec:
  gatewayClassName: nginx
  listeners:
    - name: http
      protocol: HTTP
      port: 80
      allowedRoutes:
        namespaces:
          from: Selector
          selector:
            matchLabels:
              kubernetes.io/metadata.name: payments
  tls:
    backend:
      clientCertificateRef:
        group: ""
        kind: Secret
        name: gateway-client
`);
  });

  it('repeats what stands twice instead of using anchors', async () => {
    const text = (await filesOf(base)).get('payments.yaml') ?? '';
    expect(text).toContain('matchLabels:\n      app: payments\n  template:\n    metadata:\n');
    expect(text).not.toMatch(/: [&*]\w/);
  });

  it('says in comments what a reader would stumble over', async () => {
    const choices: SetupChoices = {
      ...defaultChoices('kgateway'),
      gateway: { implementation: 'kgateway', version: '2.4', policy: 'backend-config-policy' },
      authority: 'secret',
      namespaces: { ...base.namespaces, clientIdentity: 'payments' },
    };
    const files = await filesOf(choices);
    expect(files.get('payments-tls.yaml')).toContain(`  tls:
    sni: payments.internal.example
    # The SNI alone checks no name.
    verifySubjectAltNames:
      - payments.internal.example
    secretRef:
      name: gateway-client
`);
    expect(files.get('gateway-identity.yaml')).toMatch(
      /^# tls\.crt and tls\.key: the gateway's own\. ca\.crt: what it trusts for the backend\.\napiVersion: v1\nkind: Secret\n/,
    );
  });

  it('puts the same documents into one file', async () => {
    const several = await filesOf(base);
    const one = await filesOf({ ...base, layout: 'one-file' });
    expect([...one]).toEqual([['setup.yaml', [...several.values()].join('---\n')]]);
  });

  it('grants what crosses a namespace, and nothing more', async () => {
    const namespaces = { ...base.namespaces, route: 'infra', clientIdentity: 'vault' };
    const text = (await filesOf({ ...base, namespaces })).get('payments-route.yaml') ?? '';
    const grants = text.split('---\n').filter((part) => part.includes('kind: ReferenceGrant'));
    expect(grants.map((grant) => grant.slice(grant.indexOf('metadata:')))).toEqual([
      `metadata:
  name: payments-from-infra
  namespace: payments
spec:
  from:
    - group: gateway.networking.k8s.io
      kind: HTTPRoute
      namespace: infra
  to:
    - group: ""
      kind: Service
      name: payments
`,
      `metadata:
  name: gateway-client-from-infra
  namespace: vault
spec:
  from:
    - group: gateway.networking.k8s.io
      kind: Gateway
      namespace: infra
  to:
    - group: ""
      kind: Secret
      name: gateway-client
`,
    ]);
    expect([...(await filesOf(base)).values()].join('')).not.toContain('ReferenceGrant');
  });

  it('leaves keys to cert-manager, and shows apart what it will write', async () => {
    const choices: SetupChoices = {
      ...base,
      authority: 'cert-manager',
      namespaces: { ...base.namespaces, ca: 'cert-manager' },
    };
    const setup = generateSetup(choices, await materialFor(choices));
    const applied = setup.files.map(({ text }) => text).join('---\n');
    expect(applied).not.toContain('kind: Secret\nmetadata');
    expect(applied.match(/^kind: (?:Certificate|ClusterIssuer|Bundle)$/gm)).toEqual([
      'kind: ClusterIssuer',
      'kind: Certificate',
      'kind: ClusterIssuer',
      'kind: Certificate',
      'kind: Certificate',
      'kind: Bundle',
    ]);
    expect(setup.standIns.map(({ path }) => path)).toEqual(['written-by-cert-manager.yaml']);
    expect(setup.standIns[0]?.text.match(/^kind: .*/gm)).toEqual([
      'kind: Secret',
      'kind: Secret',
      'kind: ConfigMap',
    ]);
  });

  it('assigns to an existing workload what it presents, by the Secret made for it', async () => {
    const choices: SetupChoices = {
      ...base,
      backend: {
        kind: 'workload',
        name: 'payments',
        port: 443,
        labels: { app: 'x' },
        targetPort: 9443,
      },
    };
    const { assignments, blobs } = generateSetup(choices, await materialFor(choices));
    const secret = { kind: 'object', objectKey: '/Secret/payments/payments-identity' };
    expect(assignments).toEqual([
      {
        target: '/Service/payments/payments',
        chain: { ...secret, dataKey: 'tls.crt' },
        key: { ...secret, dataKey: 'tls.key' },
        clientCa: {
          kind: 'object',
          objectKey: '/ConfigMap/payments/gateway-client-ca',
          dataKey: 'ca.crt',
        },
        verifyClient: 'on',
      },
    ]);
    expect(blobs).toEqual([]);
  });

  it('keeps the file of a dropped certificate instead of making another', async () => {
    const choices: SetupChoices = {
      ...defaultChoices('agentgateway'),
      backend: {
        kind: 'external',
        name: 'rates',
        host: 'rates.example.net',
        port: 443,
        dnsResolver: '10.96.0.10',
      },
      mode: 'one-way',
      certificates: { kind: 'dropped' },
    };
    const { server } = await materialFor(choices);
    const chain = { text: server?.chain.text ?? '', blobId: 'dropped-1' };
    const { assignments, blobs } = generateSetup(choices, { server: { chain } });
    expect(assignments).toEqual([
      {
        target: 'host:rates.example.net:443',
        chain: { kind: 'blob', blobId: 'dropped-1' },
        verifyClient: 'off',
      },
    ]);
    expect(blobs).toEqual([]);
  });
});
