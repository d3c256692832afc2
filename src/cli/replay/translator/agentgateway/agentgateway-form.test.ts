import { describe, expect, it } from 'vitest';
import { sharedFiles } from '../shared-files.testing.ts';
import { agentgatewayForm } from './agentgateway-form.ts';

const files = sharedFiles('peer/agentgateway/translator');
const cases = files.flatMap((file) =>
  (agentgatewayForm(file, files) ?? []).map((one) => [file.path, one] as const),
);

describe.skipIf(files.length === 0)("agentgateway's own translator cases", () => {
  it.each(cases)('%s', async (_path, { run }) => expect(await run()).toBeNull());

  it('are seven, one a file', () => expect([cases.length, files.length]).toEqual([7, 7]));
});

describe('the form of agentgateway', () => {
  const policy = `apiVersion: v1
kind: Service
metadata: { name: app }
spec: { ports: [{ port: 443 }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: { name: tls }
spec:
  targetRefs: [{ group: "", kind: Service, name: app }]
  validation: { hostname: app.example, wellKnownCACertificates: System }`;

  it('tells a policy that was not recorded', async () => {
    const text = `${policy}\n---\n# Output\noutput: []\nstatus: []\n`;
    const [one] = agentgatewayForm({ path: 'backends/a.yaml', text }, []) ?? [];
    const key = 'default/tls:backend-tls:default/app.default.svc.cluster.local';
    const row = `policy for default/basic ${key}`;
    const got = { [row]: { key, backend: { backendTls: { hostname: 'app.example' } } } };
    expect(await one?.run()).toMatchObject({ expected: { [row]: null }, got });
  });

  it.each([
    ['manifests', policy],
    ['another output', `${policy}\n---\n# Output\n- a\n`],
  ])('is not %s', (_what, text) => {
    expect(agentgatewayForm({ path: 'a.yaml', text }, [])).toBeNull();
  });
});
