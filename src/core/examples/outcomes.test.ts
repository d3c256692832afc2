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
