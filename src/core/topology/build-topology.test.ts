import { describe, expect, it } from 'vitest';
import { buildTopology } from './build-topology.ts';
import { GUIDE, PASSING, handshake, step } from './guide.testing.ts';
import { idOf, keyOf, topologyInput } from './setup.testing.ts';
import type { Setup } from './setup.testing.ts';
import type { Topology } from './types.ts';

const build = (setup: Setup): Topology => buildTopology(topologyInput(setup));
const nodeOf = (topology: Topology, short: string) =>
  topology.nodes.find(({ id }) => id === keyOf(short));

const CLIENT_CERTIFICATE = 'Secret/gateway-presents-this-cert-for-validation';
const CLIENT_CA = 'ConfigMap/validate-gateway-cert-against-this-ca';

describe('the topology of the NGINX guide', () => {
  const guide = build(GUIDE);

  it('has the nine nodes of the guide where the design draws them', () => {
    const places = guide.nodes.map(({ kind, name, row, x, y, width, height }) => [
      `${kind}/${name}`,
      row,
      x,
      y,
      width,
      height,
    ]);
    expect(places).toEqual(
      expect.arrayContaining([
        ['HTTPRoute/secure-app', 'routing', 220, 18, 166, 48],
        ['Gateway/gateway', 'traffic', 16, 104, 162, 56],
        ['Service/secure-app', 'traffic', 428, 104, 162, 56],
        ['Deployment/secure-app', 'traffic', 676, 104, 162, 56],
        ['BackendTLSPolicy/backend-tls', 'server-identity', 220, 208, 166, 48],
        ['ConfigMap/backend-cert', 'server-identity', 428, 208, 162, 48],
        ['Secret/app-tls-secret', 'server-identity', 676, 208, 162, 48],
        [CLIENT_CERTIFICATE, 'client-identity', 16, 300, 236, 54],
        [CLIENT_CA, 'client-identity', 602, 300, 236, 54],
      ]),
    );
    expect(places).toHaveLength(9);
    expect([guide.left, guide.width, guide.height]).toEqual([0, 868, 381]);
  });

  it('leaves configuration that carries no identity out of the graph', () => {
    expect(nodeOf(guide, 'ConfigMap/secure-config')).toBeUndefined();
    expect(nodeOf(guide, 'ConfigMap/nginx-config')).toBeUndefined();
  });

  it('does not miss a GatewayClass that comes with its controller', () => {
    expect(guide.nodes.some(({ kind }) => kind === 'GatewayClass')).toBe(false);
  });

  it('names the field that made each edge', () => {
    const references = guide.edges.flatMap((edge) =>
      edge.kind === 'reference' ? [[edge.source, edge.label, edge.target, edge.field.path]] : [],
    );
    expect(references).toHaveLength(8);
    expect(references).toEqual(
      expect.arrayContaining([
        [
          keyOf('Gateway/gateway'),
          'clientCertificateRef',
          keyOf(CLIENT_CERTIFICATE),
          ['spec', 'tls', 'backend', 'clientCertificateRef', 'name'],
        ],
        [
          keyOf('HTTPRoute/secure-app'),
          'parentRefs',
          keyOf('Gateway/gateway'),
          ['spec', 'parentRefs', 0, 'name'],
        ],
        [
          keyOf('BackendTLSPolicy/backend-tls'),
          'caCertificateRefs',
          keyOf('ConfigMap/backend-cert'),
          ['spec', 'validation', 'caCertificateRefs', 0, 'name'],
        ],
      ]),
    );
  });

  it('draws who is checked against what, with step and verdict', () => {
    const verifies = guide.edges.flatMap((edge) =>
      edge.kind === 'verifies' ? [[edge.source, edge.target, edge.label, edge.verdict]] : [],
    );
    expect(verifies).toEqual([
      [keyOf('Secret/app-tls-secret'), keyOf('ConfigMap/backend-cert'), 'Step 8', 'error'],
      [
        keyOf(CLIENT_CERTIFICATE),
        keyOf(CLIENT_CA),
        'Step 6 · secure-app rejects it: expired',
        'error',
      ],
    ]);
  });

  it('makes the hop the hero, with mode, name and verdict', () => {
    expect(guide.hops).toMatchObject([
      {
        source: keyOf('Gateway/gateway'),
        target: keyOf('Service/secure-app'),
        port: 8443,
        mode: 'mutual-tls',
        sni: 'secure-app.example.com',
        verdict: 'error',
        label: 'Fails at step 8',
        tube: { x: 178, y: 84, width: 250, height: 96 },
        leads: [],
      },
    ]);
    expect(guide.hops[0]?.members).toHaveLength(9);
  });

  it('runs lines as drawn in the design', () => {
    const route = (label: string) => guide.edges.find((edge) => edge.label === label)?.route;
    expect(route('targetRefs')).toEqual([
      { x: 358, y: 208 },
      { x: 358, y: 189 },
      { x: 474, y: 189 },
      { x: 474, y: 160 },
    ]);
    expect(route('clientCertificateRef')).toEqual([
      { x: 152, y: 160 },
      { x: 152, y: 300 },
    ]);
  });

  it('accepts the client certificate when all steps pass', () => {
    const passing = build({ ...GUIDE, handshakes: [PASSING] });
    expect(passing.hops[0]).toMatchObject({ verdict: 'ok', label: 'All 11 steps pass' });
    expect(passing.edges.find(({ label }) => label.startsWith('Step 6'))).toMatchObject({
      label: 'Step 6 · secure-app accepts it',
      verdict: 'ok',
    });
  });

  it('does not judge what was not reached', () => {
    const wouldBe = { state: 'failed', text: 'would be 400' } as const;
    const steps = [{ ...step(6, 'not-reached'), wouldBe }, step(8, 'failed')];
    const stopped = build({
      ...GUIDE,
      handshakes: [handshake(0, steps, { stage: 'tls', headline: 'Fails at step 8' })],
    });
    expect(stopped.edges.find(({ label }) => label.startsWith('Step 6'))).toMatchObject({
      label: 'Step 6 · secure-app would reject it',
      verdict: 'unknown',
    });
  });
});

describe('what is missing', () => {
  const renamed = GUIDE.references.map((line) =>
    line[1] === 'caCertificateRef'
      ? ([...line.slice(0, 3), 'ConfigMap/backend-ca'] as const)
      : line,
  ) as Setup['references'];
  const topology = build({ ...GUIDE, references: renamed, programmed: [null], handshakes: [] });

  it('keeps its place as a ghost', () => {
    expect(nodeOf(topology, 'ConfigMap/backend-ca')).toMatchObject({
      ghost: true,
      fact: 'Not found',
      mark: 'error',
      row: 'server-identity',
      rank: 2,
      x: 428,
      y: 208,
    });
    expect(topology.edges.find(({ label }) => label === 'caCertificateRefs')).toMatchObject({
      target: keyOf('ConfigMap/backend-ca'),
      ghost: true,
    });
  });

  it('puts what lost its relation into the last group', () => {
    const lost = nodeOf(topology, 'ConfigMap/backend-cert');
    expect(topology.loose?.y).toBe(397);
    expect(lost?.y).toBeGreaterThan(topology.loose?.y ?? Infinity);
  });

  it('leaves the hop unjudged and says so', () => {
    expect(topology.hops[0]).toMatchObject({
      mode: 'mutual-tls',
      verdict: 'unknown',
      label: 'Not checked',
      sni: null,
    });
  });

  it('haunts a mount only where a backend would not start for it', () => {
    const references: Setup['references'] = [
      ...GUIDE.references,
      ['Deployment/secure-app', 'volume', 'spec.volumes.0', 'Secret/gone'],
      ['Deployment/secure-app', 'volume', 'spec.volumes.1', 'Secret/optional', 'not-needed', true],
      ['Deployment/secure-app', 'env', 'spec.env', 'Secret/password'],
    ];
    const mounted = build({ ...GUIDE, references });
    expect(nodeOf(mounted, 'Secret/gone')?.ghost).toBe(true);
    expect(nodeOf(mounted, 'Secret/optional')).toBeUndefined();
    expect(nodeOf(mounted, 'Secret/password')).toBeUndefined();
  });
});

describe('identity roles', () => {
  it('moves a CA that serves both sides to the trust of the gateway', () => {
    const references = GUIDE.references.map((line) =>
      line[1] === 'caCertificateRef' ? ([...line.slice(0, 3), CLIENT_CA] as const) : line,
    ) as Setup['references'];
    const both = build({ ...GUIDE, references });
    expect(nodeOf(both, CLIENT_CA)).toMatchObject({ row: 'server-identity', rank: 2 });
  });

  it('draws a ReferenceGrant as permission on its target', () => {
    const objects = [...GUIDE.objects, 'ReferenceGrant/grant'];
    const references = GUIDE.references.map((line) =>
      line[1] === 'backendRef' ? ([...line.slice(0, 4), 'granted'] as const) : line,
    ) as Setup['references'];
    const from = [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: 'default' }];
    const grant = { spec: { from, to: [{ group: '', kind: 'Service' }] } };
    const values = { ...GUIDE.values, 'ReferenceGrant/grant': grant };
    const granted = build({ ...GUIDE, objects, references, values });
    expect(granted.edges.find(({ label }) => label === 'to')).toMatchObject({
      source: keyOf('ReferenceGrant/grant'),
      target: keyOf('Service/secure-app'),
      field: { objectId: idOf('ReferenceGrant/grant'), path: ['spec', 'to', 0] },
    });
    expect(nodeOf(granted, 'ReferenceGrant/grant')).toMatchObject({ row: 'routing', rank: 3 });
  });
});
