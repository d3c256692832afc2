import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseFile } from '../manifest/index.ts';
import type { Workspace } from '../model/index.ts';
import { applyEdits } from '../source/index.ts';
import { emptyWorkspace } from './empty-workspace.ts';
import { countingIds } from './ids.ts';
import { readDrop } from './read-drop.ts';
import { restoreHeredoc } from './restore-heredoc.ts';
import { workspaceFindings } from './workspace-findings.ts';

const FOLDER = new URL('../../../../shared/guides/', import.meta.url);
const present = existsSync(FOLDER);
if (!present) console.warn('skipped: the vendor guides (../shared/guides) are not here');

async function dropGuide(name: string): Promise<Workspace> {
  const bytes = new Uint8Array(readFileSync(new URL(name, FOLDER)));
  const empty = emptyWorkspace('test');
  const added = await readDrop([{ path: name, bytes }], empty, countingIds());
  expect(added.summary.map((one) => [one.path, one.became])).toEqual([[name, 'guide']]);
  expect(added.guides.map((guide) => guide.text)).toEqual([new TextDecoder().decode(bytes)]);
  return { ...empty, files: added.files, guides: added.guides, setAside: added.setAside };
}

function contents(workspace: Workspace): string[] {
  return workspace.files.map((file) => {
    const parsed = parseFile(file, { defaultNamespace: 'default' });
    expect(parsed.findings).toEqual([]);
    return `${file.path}: ${parsed.objects.map((one) => `${one.kind} ${one.name}`).join(', ')}`;
  });
}

describe.skipIf(!present)('the four vendor guides, dropped as they are', () => {
  it('reads the NGINX Gateway Fabric guide, its Gateway twice', async () => {
    const workspace = await dropGuide('ngf-backend-mtls.md');
    expect(contents(workspace)).toEqual([
      'ngf-backend-mtls/1-secure-app.yaml: Deployment secure-app, Service secure-app, ConfigMap secure-config, ConfigMap nginx-config, Secret app-tls-secret, ConfigMap validate-gateway-cert-against-this-ca',
      'ngf-backend-mtls/2-gateway.yaml: Gateway gateway',
      'ngf-backend-mtls/3-secure-app.yaml: HTTPRoute secure-app',
      'ngf-backend-mtls/4-gateway-presents-this-cert-for-validation.yaml: Secret gateway-presents-this-cert-for-validation, Gateway gateway',
      'ngf-backend-mtls/5-backend-cert.yaml: ConfigMap backend-cert',
      'ngf-backend-mtls/6-backend-tls.yaml: BackendTLSPolicy backend-tls',
    ]);
    expect(workspace.setAside).toEqual([]);
  });

  it('lets the nginx variables of that guide vanish, says so, and puts them back on request', async () => {
    const workspace = await dropGuide('ngf-backend-mtls.md');
    const findings = workspaceFindings(workspace);
    expect(findings).toMatchObject([
      {
        code: 'WORKSPACE-HEREDOC-EXPANDED',
        subject: { kind: 'file', fileId: workspace.files[0]?.id },
        params: {
          delimiter: 'EOF',
          vanished: '$remote_addr, $ssl_client_verify and $ssl_client_s_dn',
        },
      },
    ]);
    const [file] = workspace.files;
    const range = findings[0]?.at?.range;
    expect(file?.text.slice(range?.start, range?.end)).toBe(
      "log_format ssl_log ' ssl_client_verify= ssl_client_subject=';",
    );
    const text = applyEdits(file?.text ?? '', restoreHeredoc(workspace, file?.id ?? ''));
    expect(text).toContain(
      "    log_format ssl_log '$remote_addr ssl_client_verify=$ssl_client_verify ssl_client_subject=$ssl_client_s_dn';\n",
    );
    const files = workspace.files.map((one) => (one === file ? { ...one, text } : one));
    expect(workspaceFindings({ ...workspace, files })).toEqual([]);
  });

  it('reads the kgateway page, which has no fences', async () => {
    const workspace = await dropGuide('kgateway-backend-tls-page.txt');
    expect(contents(workspace)).toEqual([
      'kgateway-backend-tls-page/1-ca.yaml: Secret ca',
      'kgateway-backend-tls-page/2-nginx-tls-policy.yaml: BackendConfigPolicy nginx-tls-policy',
      'kgateway-backend-tls-page/3-ca.yaml: ConfigMap ca',
      'kgateway-backend-tls-page/4-nginx-tls-policy.yaml: BackendTLSPolicy nginx-tls-policy',
      'kgateway-backend-tls-page/5-nginx-route.yaml: HTTPRoute nginx-route',
      'kgateway-backend-tls-page/6-httpbin-org.yaml: Backend httpbin-org',
      'kgateway-backend-tls-page/7-httpbin-org.yaml: BackendConfigPolicy httpbin-org',
      'kgateway-backend-tls-page/8-httpbin-org.yaml: BackendTLSPolicy httpbin-org',
      'kgateway-backend-tls-page/9-httpbin-org.yaml: HTTPRoute httpbin-org',
    ]);
    expect(workspace.setAside.map((one) => [one.code, one.params.files])).toEqual([
      [
        'WORKSPACE-GUIDE-URL',
        'https://github.com/kubernetes-sigs/gateway-api/releases/download/v1.3.0/experimental-install.yaml',
      ],
      [
        'WORKSPACE-GUIDE-URL',
        'https://raw.githubusercontent.com/kgateway-dev/kgateway/refs/heads/main/test/kubernetes/e2e/features/backendtls/testdata/nginx.yaml',
      ],
    ]);
    expect(workspaceFindings(workspace)).toEqual([]);
  });

  it('reads the kgateway source page, whose fences stand in a list', async () => {
    const workspace = await dropGuide('kgateway-backend-tls-source.md');
    expect(contents(workspace)).toEqual([
      'kgateway-backend-tls-source/1-ca.yaml: ConfigMap ca',
      'kgateway-backend-tls-source/2-nginx-tls-policy.yaml: BackendTLSPolicy nginx-tls-policy',
      'kgateway-backend-tls-source/3-nginx-route.yaml: HTTPRoute nginx-route',
    ]);
    expect(workspace.files[0]?.text.split('\n').slice(0, 10)).toEqual([
      'apiVersion: v1',
      'kind: ConfigMap',
      'metadata:',
      '  name: ca',
      '  labels:',
      '    app: nginx',
      'data:',
      '  ca.crt: |',
      '    -----BEGIN CERTIFICATE-----',
      '    MIIC6zCCAdOgAwIBAgIJAPdgL5W5vugOMA0GCSqGSIb3DQEBCwUAMBYxFDASBgNV',
    ]);
    expect(workspace.setAside.map((one) => one.params.files)).toEqual([
      'https://raw.githubusercontent.com/kgateway-dev/kgateway/refs/heads/{{< reuse "docs/versions/github-branch.md" >}}/test/kubernetes/e2e/features/backendtls/inputs/nginx.yaml',
      'https://github.com/kubernetes-sigs/gateway-api/releases/download/v{{< reuse "docs/versions/k8s-gw-version.md" >}}/experimental-install.yaml',
    ]);
  });

  it('reads the Envoy Gateway guide, which gives each object as heredoc and as file', async () => {
    const workspace = await dropGuide('envoy-gateway-backend-mtls.md');
    const folder = 'envoy-gateway-backend-mtls';
    expect(contents(workspace)).toEqual([
      `${folder}/1-eg.yaml: GatewayClass eg`,
      `${folder}/2-eg.yaml: GatewayClass eg`,
      `${folder}/3-custom-proxy-config.yaml: EnvoyProxy custom-proxy-config`,
      `${folder}/4-custom-proxy-config.yaml: EnvoyProxy custom-proxy-config`,
      `${folder}/5-envoy-gateway-config.yaml: ConfigMap envoy-gateway-config`,
      `${folder}/6-envoy-gateway-config.yaml: ConfigMap envoy-gateway-config`,
      `${folder}/7-tls-backend-client-cert.yaml: Backend tls-backend-client-cert`,
      `${folder}/8-tls-backend-client-cert.yaml: Backend tls-backend-client-cert`,
    ]);
    expect(
      workspace.setAside.map(({ code, params }) => [
        code,
        params.creates ?? params.outputs ?? params.target,
      ]),
    ).toEqual([
      ['WORKSPACE-GUIDE-MAKES-KEYS', 'clientca.key and clientca.crt'],
      ['WORKSPACE-GUIDE-MAKES-KEYS', 'client.key and client.csr'],
      ['WORKSPACE-GUIDE-MAKES-KEYS', 'client.crt'],
      [
        'WORKSPACE-GUIDE-CREATES-DATA',
        'Secret example-client-cert of type kubernetes.io/tls in namespace envoy-gateway-system',
      ],
      ['WORKSPACE-GUIDE-CREATES-DATA', 'ConfigMap example-client-ca'],
      ['WORKSPACE-GUIDE-CHANGES', 'deployment backend'],
      [
        'WORKSPACE-GUIDE-CREATES-DATA',
        'Secret example-client-cert of type kubernetes.io/tls in namespace default',
      ],
      ['WORKSPACE-GUIDE-CHANGES', 'HTTPRoute backend'],
    ]);
  });
});
