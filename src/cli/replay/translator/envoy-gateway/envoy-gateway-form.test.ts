import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../json.ts';
import { sharedFiles } from '../shared-files.testing.ts';
import { envoyGatewayForm } from './envoy-gateway-form.ts';
import { recordedUpstreams } from './recorded-upstreams.ts';

const files = sharedFiles('peer/envoy-gateway/translate');
const cases = files.flatMap((file) =>
  (envoyGatewayForm(file, files) ?? []).map((one) => [one.id, one] as const),
);

describe.skipIf(files.length === 0)("Envoy Gateway's own translator cases", () => {
  it.each(cases)('%s', async (_id, { run }) => expect(await run()).toBeNull());

  it('are 67 with 63 TLS settings of route backends', () => {
    const outputs = files.filter(({ path }) => path.endsWith('.out.yaml'));
    const settings = outputs
      .flatMap(({ text }) => [...recordedUpstreams(fieldsOf(parse(text))).values()])
      .filter((fate) => typeof fate === 'object');
    expect([cases.length, outputs.length, settings.length]).toEqual([67, 67, 63]);
  });
});

const GATEWAY = `gateways:
- apiVersion: gateway.networking.k8s.io/v1
  kind: Gateway
  metadata: { name: gw, namespace: default }
  spec:
    gatewayClassName: envoy-gateway-class
    listeners: [{ name: http, port: 80, protocol: HTTP }]
`;

/** Envoy has no lookahead: the match is dropped, and the rule with it. */
const ROUTE = `httpRoutes:
- apiVersion: gateway.networking.k8s.io/v1
  kind: HTTPRoute
  metadata: { name: web, namespace: default }
  spec:
    parentRefs: [{ name: gw }]
    rules:
    - matches: [{ path: { type: RegularExpression, value: '/(?=x)' } }]
      backendRefs: [{ name: service-1, port: 8080 }]
`;

describe('the form of Envoy Gateway', () => {
  const pair = (output: string) => [
    { path: 'a.in.yaml', text: GATEWAY },
    { path: 'a.out.yaml', text: output },
    { path: 'base/base.yaml', text: 'secrets: []\n' },
  ];
  const recorded = pair('infraIR: {}\nxdsIR: {}\n');
  const read = (at: number, all = recorded) => {
    const file = all[at];
    return file && envoyGatewayForm(file, all);
  };

  it('counts a pair once and not what all cases share', () => {
    expect([read(0)?.map(({ id }) => id), read(1), read(2)]).toEqual([['a'], [], []]);
  });

  it('tells conditions that were not recorded', async () => {
    const found = await read(0)?.[0]?.run();
    expect(found?.expected).toMatchObject({ 'Gateway default/gw under listener http': null });
  });

  it('tells lists of objects that nobody looks at', async () => {
    const all = pair('xdsIR: {}\nclusterTrustBundles: []\n');
    const found = await read(0, all)?.[0]?.run();
    expect(found?.expected).toMatchObject({ 'list clusterTrustBundles': 'recorded' });
  });

  it('judges ListenerSets', async () => {
    const set = `listenerSets:
- apiVersion: gateway.networking.k8s.io/v1
  kind: ListenerSet
  metadata: { name: more, namespace: default }
  spec: { parentRef: { name: gw }, listeners: [{ name: a, port: 81, protocol: HTTP }] }
`;
    const status = `  status: { conditions: [{ type: Accepted, status: 'True', reason: Accepted, message: Yes }] }
`;
    const files = [
      { path: 'a.in.yaml', text: `${GATEWAY}${set}` },
      { path: 'a.out.yaml', text: `xdsIR: {}\n${set}${status}` },
    ];
    const found = await read(0, files)?.[0]?.run();
    const name = 'ListenerSet default/more';
    expect(found?.expected).toMatchObject({ [name]: ['Accepted=True/Accepted: Yes'] });
    expect(found?.got).toHaveProperty(
      [name, 0],
      expect.stringMatching(/^Accepted=False\/NotAllowed/),
    );
  });

  it('expects no upstream of a rule that is not programmed', async () => {
    const [input, output, base] = recorded;
    const all = [{ path: 'a.in.yaml', text: `${input?.text ?? ''}${ROUTE}` }, output, base];
    const found = await read(
      0,
      all.filter((one) => one !== undefined),
    )?.[0]?.run();
    const names = Object.keys(found?.got ?? {});
    expect(names.filter((name) => name.includes('/backend/'))).toEqual([]);
    expect(names.some((name) => name.includes('default/web'))).toBe(true);
  });

  it('is not a pair with another output', () => {
    expect(read(0, pair('Clusters: []\n'))).toBeNull();
  });
});
