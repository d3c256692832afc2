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

  const own = `apiVersion: agentgateway.dev/v1alpha1
kind: AgentgatewayPolicy
metadata: { name: own, namespace: default }
spec:
  targetRefs: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, name: r }]
  backend: { tls: { sni: app.example, caCertificateRefs: [{ name: gone }] } }`;
  const defaults = {
    path: 'backendpolicy/_defaults.yaml',
    text: `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: r, namespace: default }
spec: { parentRefs: [{ name: test }], rules: [{ backendRefs: [{ name: app, port: 443 }] }] }
`,
  };
  const accepted = (message: string) =>
    `[{ type: Accepted, status: "True", reason: PartiallyValid, message: ${message} }]`;
  const plugin = (root: string, message: string) => ({
    path: 'backendpolicy/own.yaml',
    text: `${own}
---
# Output
output:
- resource: { policy: { backend: { backendTls: { hostname: app.example, root: "${root}" } }, key: k, name: { kind: AgentgatewayPolicy, name: own, namespace: default } } }
status:
  ancestors:
  - { ancestorRef: { kind: Gateway, name: test, namespace: default }, conditions: ${accepted(message)} }
`,
  });

  it.each([
    ['', 'ConfigMap default/gone not found', null],
    ['aQ==', 'ConfigMap default/gone not found', 'tls of AgentgatewayPolicy default/own'],
    ['', 'all is well', 'AgentgatewayPolicy default/own under default/test'],
  ])('plays a plugin, root %j and %s', async (root, message, differing) => {
    const file = plugin(root, message);
    const all = [defaults, file];
    expect(agentgatewayForm(defaults, all)).toEqual([]);
    const [one] = agentgatewayForm(file, all) ?? [];
    const answer = await one?.run();
    expect(answer === null ? null : Object.keys(answer?.expected ?? {})).toEqual(
      differing && [differing],
    );
  });

  it("leaves other controllers' and other kinds' conditions alone and tells of the kinds", async () => {
    const told: string[] = [];
    const status = `- kind: HTTPRoute
  metadata: { name: r, namespace: default }
  status:
    parents:
    - { parentRef: { kind: Gateway, name: test, namespace: default }, controllerName: agentgateway.dev/agentgateway, conditions: [{ type: Accepted, status: "True", reason: Accepted, message: "" }, { type: ResolvedRefs, status: "False", reason: BackendNotFound, message: backend(app.default.svc.cluster.local) not found }] }
    - { parentRef: { kind: Gateway, name: theirs }, controllerName: other.example/controller, conditions: [] }
- { kind: InferencePool, metadata: { name: p, namespace: default }, status: { parents: [] } }`;
    const text = `${defaults.text}---\n# Output\noutput: []\nstatus:\n${status}\n`;
    const [one] = agentgatewayForm({ path: 'routes/a.yaml', text }, []) ?? [];
    expect(await one?.run((line) => told.push(line))).toBeNull();
    expect(told).toEqual(['routes/a.yaml: InferencePool default/p, which is outside backend TLS']);
  });

  it.each([
    ['manifests', policy],
    ['another output', `${policy}\n---\n# Output\n- a\n`],
  ])('is not %s', (_what, text) => {
    expect(agentgatewayForm({ path: 'a.yaml', text }, [])).toBeNull();
  });
});
