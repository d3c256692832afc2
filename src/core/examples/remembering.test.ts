import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAnalyzer, type Analyzer } from '../analysis/index.ts';
import type { Workspace, WorkspaceFile } from '../model/index.ts';
import { makeCa, testCrypto } from '../pki/issuing/chain.testing.ts';
import { buildExample } from './build-example.ts';
import { exampleList } from './example-list.ts';

const options = { now: Date.UTC(2026, 10, 20, 12), crypto: testCrypto };

type Edit = (workspace: Workspace) => Workspace;

const replace =
  (pattern: RegExp, text: string): Edit =>
  (workspace) => ({
    ...workspace,
    files: workspace.files.map((file) => ({ ...file, text: file.text.replace(pattern, text) })),
  });

const withFiles =
  (change: (files: readonly WorkspaceFile[]) => readonly WorkspaceFile[]): Edit =>
  (workspace) => ({ ...workspace, files: change(workspace.files) });

const withOptions =
  (changes: Partial<Workspace['options']>): Edit =>
  (workspace) => ({ ...workspace, options: { ...workspace.options, ...changes } });

const extraRoute = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: extra, namespace: shop }
spec:
  parentRefs: [{ name: storefront }]
  rules: [{ backendRefs: [{ name: catalog, port: 8443 }] }]
`;

/** What people do to files, each of it able to turn something that was remembered into a lie. */
const edits: Readonly<Record<string, Edit>> = {
  'shift every offset': replace(/^/, '# a comment\n'),
  'shift every document': replace(/^/, 'just: text\n---\n'),
  'rename the policy': replace(/name: catalog-tls/, 'name: catalog-policy'),
  'rename the route': replace(/(kind: HTTPRoute\nmetadata:\n {2}name: ).*/, '$1renamed'),
  'rename the Service': replace(/(kind: Service\nmetadata:\n {2}name: ).*/, '$1renamed'),
  'expect another name': replace(/( {4}hostname: ).*/, '$1other.example.com'),
  'trust another CA': replace(/(caCertificateRefs:[^]*?name: ).*/, '$1gateways-ca'),
  'demand no client certificate': replace(/ssl_verify_client on/, 'ssl_verify_client off'),
  'mount another Secret': replace(/(secretName: ).*/, '$1storefront-identity'),
  'move the port': replace(/containerPort: 8443/, 'containerPort: 9443'),
  'lose the CA key': replace(/ {2}ca\.crt: \|/, '  other.crt: |'),
  'break the text': replace(/kind: Gateway\n/, 'kind: [Gateway\n'),
  'another namespace': replace(/ {2}namespace: shop\n/g, ''),
  'default namespace': withOptions({ defaultNamespace: 'shop' }),
  'another date': withOptions({ at: '2029-01-01T00:00:00Z' }),
  'no date': withOptions({ at: null }),
  'an older release': withOptions({ versions: { 'nginx-gateway-fabric': '2.0' } }),
  'another gateway': withOptions({
    implementationOverrides: { 'gateway.networking.k8s.io/Gateway/shop/storefront': 'kgateway' },
  }),
  'reverse the files': withFiles((files) => files.toReversed()),
  'drop the first file': withFiles((files) => files.slice(1)),
  'repeat the last file': withFiles((files) =>
    files.flatMap((file, at) =>
      at === files.length - 1
        ? [file, { ...file, id: `${file.id}'`, path: `2-${file.path}` }]
        : file,
    ),
  ),
  'add a route': withFiles((files) => [
    ...files.filter(({ id }) => id !== 'extra'),
    { id: 'extra', path: 'extra.yaml', text: extraRoute },
  ]),
  'assign what the workload presents': (workspace) => ({
    ...workspace,
    assignments: [
      {
        target: 'apps/Deployment/shop/catalog',
        clientCa: { kind: 'object', objectKey: '/ConfigMap/shop/services-ca', dataKey: 'ca.crt' },
      },
    ],
  }),
  'assign nothing': (workspace) => ({ ...workspace, assignments: [] }),
};

/** The analysis of a fresh analyzer must be that of the one that has seen everything before. */
async function expectNoDifference(warm: Analyzer, workspace: Workspace): Promise<void> {
  // The worker is given a copy each time.
  const answer = await warm(structuredClone(workspace), options);
  expect(answer).toEqual(await createAnalyzer()(workspace, options));
}

let start: Workspace;
beforeAll(async () => {
  start = await buildExample('ngf-mutual-tls', options);
});

describe('an analyzer that remembers', () => {
  it.each(Object.keys(edits))('answers like a fresh one after: %s', async (name) => {
    const warm = createAnalyzer();
    const edited = edits[name]?.(start) ?? start;
    expect(edited).not.toBe(start);
    for (const workspace of [start, edited, start]) await expectNoDifference(warm, workspace);
  });

  it('answers like a fresh one after any sequence of edits', async () => {
    const names = fc.array(fc.constantFrom(...Object.keys(edits)), { minLength: 2, maxLength: 6 });
    const warm = createAnalyzer();
    await fc.assert(
      fc.asyncProperty(names, async (sequence) => {
        let workspace = start;
        for (const name of sequence) {
          workspace = edits[name]?.(workspace) ?? workspace;
          await expectNoDifference(warm, workspace);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('keeps the examples apart, whose files have the same ids', async () => {
    const warm = createAnalyzer();
    for (const { id } of exampleList) {
      await expectNoDifference(warm, await buildExample(id, options));
    }
  });

  it('sees that a certificate which no manifest holds was replaced', async () => {
    const warm = createAnalyzer();
    const untrusting = edits['trust another CA']?.(start).files ?? [];
    const policyFile = untrusting.at(-1);
    const [root = ''] = /-----BEGIN [^]*?END CERTIFICATE-----/.exec(policyFile?.text ?? '') ?? [];
    const files = untrusting.map((file) =>
      file === policyFile ? { ...file, text: file.text.slice(file.text.indexOf('---\n')) } : file,
    );
    const findings: string[] = [];
    for (const pem of [(await makeCa('Root CA')).certificatePem, root.replaceAll(/^ +/gm, '')]) {
      const blob = { id: 'blob', path: 'spare.pem', bytes: new TextEncoder().encode(pem) };
      await expectNoDifference(warm, { ...start, files, blobs: [blob] });
      const answer = await warm({ ...start, files, blobs: [blob] }, options);
      findings.push(JSON.stringify(answer.findings));
    }
    // Only the true root is proposed as the cure.
    expect(findings[0]).not.toBe(findings[1]);
  });
});
