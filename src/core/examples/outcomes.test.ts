import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../analysis/index.ts';
import { testCrypto } from '../pki/issuing/chain.testing.ts';
import { buildExample } from './build-example.ts';
import { exampleList } from './example-list.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const analyze = createAnalyzer();
const options = { now: NOW, crypto: testCrypto };
const analysisOf = async (id: string): ReturnType<typeof analyze> =>
  analyze(await buildExample(id, options), options);

const same = (text: string): readonly string[] => [text, text, text];

describe('the NGINX Gateway Fabric example and its broken twins in the analysis', () => {
  it.each([
    ['ngf-mutual-tls', 200, null],
    [
      'wrong-ca',
      502,
      'upstream SSL certificate verify error: (20:unable to get local issuer certificate) while SSL handshaking to upstream',
    ],
    [
      'expired',
      502,
      'upstream SSL certificate verify error: (10:certificate has expired) while SSL handshaking to upstream',
    ],
    [
      'no-san',
      502,
      'upstream SSL certificate does not match "catalog.shop.svc.cluster.local" while SSL handshaking to upstream',
    ],
    [
      'missing-intermediate',
      502,
      'upstream SSL certificate verify error: (21:unable to verify the first certificate) while SSL handshaking to upstream',
    ],
    ['client-cert-not-trusted', 400, null],
    ['no-client-cert', 400, null],
    ['missing-ca-key', 500, null],
  ])('%s: the client sees %d', async (id, status, gatewayLog) => {
    const { handshakes } = await analysisOf(id);
    expect(handshakes.map(({ outcome }) => [outcome.client.status, outcome.gatewayLog])).toEqual([
      [status, gatewayLog],
    ]);
    const failsAt = exampleList.find((example) => example.id === id)?.failsAt ?? undefined;
    expect(handshakes[0]?.outcome.causeStep).toBe(failsAt);
  });

  it.each([
    ['kgateway-one-way', 'All 8 steps pass', 200],
    ['kgateway-external', 'Not checked', null],
    ['envoy-gateway-mutual-tls', 'All 11 steps pass', 200],
  ])('%s: %s', async (id, headline, status) => {
    const { handshakes } = await analysisOf(id);
    expect(handshakes.map(({ outcome }) => [outcome.headline, outcome.client.status])).toEqual([
      [headline, status],
    ]);
  });

  it.each([
    [
      'envoy-gateway-mutual-tls',
      ['5 · client gets 400', null, '5 · client gets 400', '5 · client gets 400'],
    ],
    ['wrong-ca', ['8 · client gets 502', ...same('8 · client gets 503')]],
    ['client-cert-not-trusted', ['6 · client gets 400', ...same('6 · client gets 400')]],
    // Envoy Gateway alone takes the only key of a ConfigMap that has no `ca.crt`.
    ['missing-ca-key', ['2 · client gets 500', null, '2 · client gets 500', '2 · client gets 503']],
    [
      'kgateway-external',
      ['2 · client gets 500', '2 · client gets 500', undefined, '2 · client gets 500'],
    ],
  ])('%s on all four gateways fails at step %j', async (id, expected) => {
    const { implementations } = await analysisOf(id);
    const steps = implementations.map(({ verdict, headline }) =>
      verdict === 'unknown' ? undefined : verdict === 'ok' ? null : headline.split('step ')[1],
    );
    expect(steps).toEqual(expected);
  });

  it('tells who minds a problem that not all mind', async () => {
    const { findings, foundBy } = await analysisOf('envoy-gateway-mutual-tls');
    const all = Object.entries(foundBy).map(([id, by]) => [id.split('|')[0], by]);
    expect(findings).toEqual([]);
    expect(all).toEqual([
      [
        'TLS-CLIENT-CERT-MISSING',
        { 'nginx-gateway-fabric': 'error', kgateway: 'error', agentgateway: 'error' },
      ],
    ]);
  });

  it('leaves a problem of the Gateway API to the gateways that have it', async () => {
    const workspace = await buildExample('missing-ca-key', options);
    const { findings, foundBy } = await analyze(workspace, options);
    const missing = findings.find(({ code }) => code === 'CA-KEY-MISSING');
    expect(foundBy[missing?.id ?? '']).toEqual({
      'nginx-gateway-fabric': 'error',
      kgateway: 'error',
      agentgateway: 'error',
    });
    const seen = await analyze(workspace, { ...options, lens: 'envoy-gateway' });
    expect(seen.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['EG-CA-OTHER-KEY', 'note'],
    ]);
    expect(seen.handshakes[0]?.outcome.stage).toBe('ok');
  });

  it('gives through a lens the verdict of the strip, and leaves the comparison alone', async () => {
    const workspace = await buildExample('envoy-gateway-mutual-tls', options);
    const own = await analyze(workspace, options);
    const seen = await analyze(workspace, { ...options, lens: 'kgateway' });
    expect(seen.handshakes.map(({ implementation, outcome }) => [implementation, outcome])).toEqual(
      [['kgateway', expect.objectContaining({ causeStep: 5, headline: 'Fails at step 5' })]],
    );
    expect(seen.findings.map(({ code }) => code)).toEqual(['TLS-CLIENT-CERT-MISSING']);
    expect(seen.implementations).toEqual(own.implementations);
  });

  it('has nothing to say against the setups that work', async () => {
    for (const example of exampleList.filter(({ failsAt }) => failsAt === null)) {
      const { findings, objects, references, validation } = await analysisOf(example.id);
      const loud = findings.filter((finding) => finding.severity !== 'note');
      expect(loud, example.id).toEqual([]);
      const keys = new Set(objects.map((object) => object.key));
      const open = references.filter((reference) => !keys.has(reference.target.key));
      // The installation of the implementation makes its class.
      expect(
        open.every((reference) => reference.kind === 'gatewayClass'),
        example.id,
      ).toBe(true);
      expect(validation.keyPairs.proven, example.id).toBe(validation.keyPairs.total);
    }
  });
});
