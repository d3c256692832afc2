import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../analysis/index.ts';
import type { QuickFix, Workspace } from '../model/index.ts';
import { testCrypto } from '../pki/issuing/chain.testing.ts';
import { applyEdits } from '../source/index.ts';
import { buildExample } from './build-example.ts';

const options = { now: Date.UTC(2026, 10, 20, 12), crypto: testCrypto };
const analyze = createAnalyzer();
const example = await buildExample('ngf-mutual-tls', options);

const changed = (path: string, pattern: RegExp, by: string): Workspace => ({
  ...example,
  files: example.files.map((file) =>
    file.path === path ? { ...file, text: file.text.replace(pattern, by) } : file,
  ),
});

const repaired = (workspace: Workspace, fix: QuickFix): Workspace => ({
  ...workspace,
  files: workspace.files.map((file) => ({
    ...file,
    text: applyEdits(
      file.text,
      fix.edits.filter(({ fileId }) => fileId === file.id),
    ),
  })),
});

describe('a quick fix', () => {
  it.each([
    ['SCHEMA-NOT-SERVED', 'catalog-tls.yaml', /k8s\.io\/v1\n/, 'k8s.io/v1alpha2\n'],
    ['SCHEMA-UNKNOWN-FIELD', 'catalog-tls.yaml', /hostname:/, 'hostName:'],
    ['SCHEMA-UNKNOWN-FIELD', 'catalog-tls.yaml', /(?<= {2}validation:\n)/, '    zzz: { a: 1 }\n'],
    [
      'SCHEMA-OLD-BACKEND-TLS',
      'gateway.yaml',
      / {2}tls:\n {4}backend:\n {6}(clientCertificateRef:)\n {8}(.*)\n {8}(.*)\n/,
      '  backendTLS:\n    $1\n      $2\n      $3\n',
    ],
    ['POLICY-SECTION-IS-NUMBER', 'catalog-tls.yaml', /sectionName: https/, 'sectionName: "8443"'],
    ['POLICY-SECTION-NOT-FOUND', 'catalog-tls.yaml', /sectionName: https/, 'sectionName: htps'],
    ['POLICY-TARGET-MISSING', 'catalog-tls.yaml', /name: catalog$/m, 'name: catalogs'],
    [
      'REFERENCE-GROUP-CORE',
      'catalog-tls.yaml',
      /group: ""\n( +kind: ConfigMap)/,
      'group: core\n$1',
    ],
    ['DATA-NOT-TEXT', 'catalog-tls.yaml', /( {2})ca\.crt: \|/, '$1retries: 3\n$1ca.crt: |'],
  ] as const)('for %s in %s leaves nothing of it', async (code, path, pattern, by) => {
    const broken = changed(path, pattern, by);
    const before = await analyze(broken, options);
    const fix = before.findings.find((finding) => finding.code === code)?.fixes[0];
    if (fix === undefined) throw new Error(before.findings.map((one) => one.code).join(', '));
    const after = await analyze(repaired(broken, fix), options);
    expect(after.findings.map((finding) => finding.code)).toEqual([]);
    expect(after.handshakes.map(({ outcome }) => outcome.headline)).toEqual(['All 11 steps pass']);
  });

  it('for a policy in the wrong namespace moves it to that of its Service', async () => {
    const broken = changed(
      'catalog-tls.yaml',
      /(name: catalog-tls\n {2}namespace:) shop/,
      '$1 edge',
    );
    const before = await analyze(broken, options);
    const fix = before.findings.find(({ code }) => code === 'POLICY-TARGET-MISSING')?.fixes[0];
    expect(fix?.title).toBe('Move BackendTLSPolicy catalog-tls to namespace shop');
    if (fix === undefined) return;
    expect(repaired(broken, fix).files).toEqual(example.files);
  });
});
