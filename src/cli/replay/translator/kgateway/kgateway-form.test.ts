import { describe, expect, it } from 'vitest';
import type { ReplayFile } from '../../types.ts';
import { sharedFiles } from '../shared-files.testing.ts';
import { kgatewayForm } from './kgateway-form.ts';

const translator = sharedFiles('peer/kgateway/translator');
const dumps = sharedFiles('peer/kgateway/setup-xds');

const casesOf = (files: readonly ReplayFile[]) =>
  files.flatMap((file) =>
    (kgatewayForm(file, files) ?? []).map((one) => [file.path, one] as const),
  );

describe.skipIf(translator.length === 0)("kgateway's own translator cases", () => {
  it.each(casesOf(translator))('%s', async (_path, { run }) => expect(await run()).toBeNull());

  it('are 15 outputs, three of them validated by Envoy', () => {
    const paths = casesOf(translator).map(([path]) => path);
    expect([paths.length, paths.filter((path) => path.includes('/strict/')).length]).toEqual([
      15, 3,
    ]);
  });
});

describe.skipIf(dumps.length === 0)('what kgateway sends to Envoy', () => {
  it.each(casesOf(dumps))('%s', async (_path, { run }) => expect(await run()).toBeNull());

  it('is recorded twice', () => expect(casesOf(dumps)).toHaveLength(2));
});

describe('the form of kgateway', () => {
  const output: ReplayFile = {
    path: 'outputs/a.yaml',
    text: 'Clusters:\n- name: kube_default_app_443\n  type: EDS\nStatuses: {}\n',
  };
  // The recording's own cluster stands for none.
  const nothing = 'Clusters:\n- name: test-backend-plugin_default_example-svc_80\n';
  const input: ReplayFile = {
    path: 'inputs/a.yaml',
    text: 'apiVersion: v1\nkind: Service\nmetadata: { name: app }\nspec: { ports: [{ port: 443 }] }\n',
  };

  it('counts an input with its output', () => {
    expect(kgatewayForm(input, [input, output])).toEqual([]);
  });

  it('tells both sides of a cluster that differs', async () => {
    const [one] = kgatewayForm(output, [input, output]) ?? [];
    expect(await one?.run()).toMatchObject({
      id: 'outputs/a.yaml',
      expected: { 'cluster kube_default_app_443': { name: 'kube_default_app_443', type: 'EDS' } },
      got: { 'cluster kube_default_app_443': { edsClusterConfig: {} } },
    });
  });

  it('fails an output whose input is not there', async () => {
    const [one] = kgatewayForm(output, [output]) ?? [];
    expect(await one?.run()).toMatchObject({ expected: ['inputs/a.yaml'], got: [] });
  });

  it('takes a cluster that is left out for one that is not there', async () => {
    const policy = `
---
apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: { name: tls }
spec:
  targetRefs: [{ group: "", kind: Service, name: app }]
  validation: { hostname: app.example, caCertificateRefs: [{ group: "", kind: ConfigMap, name: gone }] }
`;
    const broken = { path: 'inputs/a.yaml', text: `${input.text}${policy}` };
    const none = { path: 'outputs/a.yaml', text: `${nothing}Statuses: {}\n` };
    const text = 'Clusters:\n- { name: kube_default_app_443, type: STATIC }\nStatuses: {}\n';
    for (const recorded of [none, { ...none, text }]) {
      const [one] = kgatewayForm(recorded, [broken, recorded]) ?? [];
      expect(await one?.run()).toBeNull();
    }
  });

  it('tells what it does not compare', async () => {
    const told: string[] = [];
    const note = (text: string): unknown => told.push(text);
    const lone: ReplayFile = { path: 'inputs/b.yaml', text: 'kind: Service\n' };
    const conditions = '[{ type: Accepted, status: "False", reason: X, message: m }]';
    const policies = `{ TrafficPolicy/default/t: { ancestors: [{ ancestorRef: { name: g }, conditions: ${conditions} }] } }`;
    const recorded = {
      path: 'outputs/a.yaml',
      text: `${nothing}Statuses: { policies: ${policies} }\n`,
    };
    const empty = { path: 'inputs/a.yaml', text: 'kind: ConfigMap\nmetadata: { name: c }\n' };
    const all = [empty, lone, recorded];
    expect(kgatewayForm(lone, all, note)).toEqual([]);
    const [one] = kgatewayForm(recorded, all, note) ?? [];
    expect(await one?.run(note)).toBeNull();
    expect(told).toEqual([
      'inputs/b.yaml: no output of it is recorded',
      'outputs/a.yaml: TrafficPolicy/default/t, which is outside backend TLS',
    ]);
  });

  it('compares a Gateway whose listeners are refused', async () => {
    const gateway = `
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: g }
spec: { gatewayClassName: kgateway, listeners: [{ name: udp, port: 53, protocol: UDP }] }
`;
    const refused = { path: 'inputs/a.yaml', text: `${input.text}${gateway}` };
    const conditions = '[{ type: Accepted, status: "True", reason: Accepted, message: m }]';
    const text = `${nothing}Statuses: { gateways: { default/g: { conditions: ${conditions} } } }\n`;
    const recorded = { path: 'outputs/a.yaml', text };
    const [one] = kgatewayForm(recorded, [refused, recorded]) ?? [];
    expect(await one?.run()).toMatchObject({
      expected: { 'Gateway default/g': ['Accepted=True/Accepted: m'] },
      got: {
        'Gateway default/g': [
          'Accepted=False/ListenersNotValid: No valid listeners',
          'Programmed=False/Invalid: No valid listeners',
          'ResolvedRefs=True/ResolvedRefs: Successfully resolved all Gateway references',
        ],
      },
    });
  });

  it.each([
    ['other YAML', { path: 'a.yaml', text: 'kind: Service\n' }],
    ['clusters of something else', { path: 'a.yaml', text: 'clusters:\n- name: a\n' }],
  ])('is not %s', (_what, file) => expect(kgatewayForm(file, [file])).toBeNull());
});
