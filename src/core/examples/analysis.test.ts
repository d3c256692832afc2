import { beforeAll, describe, expect, it } from 'vitest';
import { createAnalyzer, type Analysis } from '../analysis/index.ts';
import type { Workspace } from '../model/index.ts';
import { encodeBase64 } from '../pki/index.ts';
import { testCrypto } from '../pki/issuing/chain.testing.ts';
import { buildExample } from './build-example.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const options = { now: NOW, crypto: testCrypto };
const GATEWAY = 'gateway.networking.k8s.io/Gateway/shop/storefront';
const analyze = createAnalyzer();

let workspace: Workspace;
let analysis: Analysis;
beforeAll(async () => {
  workspace = await buildExample('ngf-mutual-tls', options);
  analysis = await analyze(workspace, options);
});

const withOptions = (changes: Partial<Workspace['options']>): Workspace => ({
  ...workspace,
  options: { ...workspace.options, ...changes },
});

describe('the analysis of the NGINX Gateway Fabric example', () => {
  it('says in one line that all is well', () => {
    expect(analysis.implementations[0]).toMatchObject({
      implementation: 'nginx-gateway-fabric',
      name: 'NGINX Gateway Fabric',
      version: '2.7',
      verdict: 'ok',
      headline: 'All 11 steps pass',
      gateways: [GATEWAY],
    });
    expect(analysis.findings).toEqual([]);
    expect(analysis.validation).toEqual({
      documents: 10,
      objects: 10,
      references: { total: 9, resolved: 9 },
      keyPairs: { total: 2, proven: 2 },
      connections: { total: 1, passing: 1 },
      errors: 0,
      warnings: 0,
    });
  });

  it('draws the request path and who trusts whom', () => {
    const nodes = analysis.topology.nodes.map(({ id, row, rank, fact }) => [id, row, rank, fact]);
    expect(nodes).toHaveLength(9);
    expect(nodes).toEqual(
      expect.arrayContaining([
        ['gateway.networking.k8s.io/HTTPRoute/shop/catalog', 'routing', 1, '/catalog'],
        [GATEWAY, 'traffic', 0, 'http :80'],
        ['/Service/shop/catalog', 'traffic', 2, ':8443'],
        ['apps/Deployment/shop/catalog', 'traffic', 3, 'nginx-unprivileged'],
        ['/Secret/shop/catalog-identity', 'server-identity', 3, 'valid to 19 Nov 2027'],
        ['/ConfigMap/shop/services-ca', 'server-identity', 2, '1 CA'],
        ['/Secret/shop/storefront-identity', 'client-identity', 0, 'no SAN'],
        ['/ConfigMap/shop/gateways-ca', 'client-identity', 3, '1 CA'],
      ]),
    );
    expect(analysis.topology.hops.map(({ mode, verdict, sni }) => [mode, verdict, sni])).toEqual([
      ['mutual-tls', 'ok', 'catalog.shop.svc.cluster.local'],
    ]);
  });

  it('proves the keys and finds the issuers', () => {
    const titles = new Map(analysis.certificates.map(({ id, title }) => [id, title]));
    expect(
      analysis.certificates.map(({ title, keyProof, issuedBy }) => [
        title,
        keyProof,
        issuedBy.map((id) => titles.get(id)),
      ]),
    ).toEqual([
      ['storefront', 'proven', ['Shop Gateways CA']],
      ['catalog.shop.svc.cluster.local', 'proven', ['Shop Services Issuing CA']],
      ['Shop Services Issuing CA', 'no-key', ['Shop Services Root CA']],
      ['Shop Gateways CA', 'no-key', []],
      ['Shop Services Root CA', 'no-key', []],
    ]);
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis);
  });
});

/** Texts of which none may leave: the Secret's value, the PEM body, and the lines that hold the secret number. */
function keyTexts({ files }: Workspace): readonly string[] {
  const values = files.flatMap(({ text }) =>
    [...text.matchAll(/tls\.key: (\S+)/g)].map(([, value = '']) => value),
  );
  return values.flatMap((value) => {
    const lines = atob(value).split('\n').slice(1, -2);
    const body = lines.join('');
    return [
      value,
      value.slice(64, 128),
      body,
      encodeBase64(new TextEncoder().encode(body)),
      ...lines.slice(0, 2),
    ];
  });
}

describe('private keys', () => {
  it.each(['ngf-mutual-tls', 'no-client-cert', 'wrong-ca', 'envoy-gateway-mutual-tls'])(
    'do not come back from the analysis of %s',
    async (id) => {
      const example = await buildExample(id, options);
      const texts = keyTexts(example);
      expect(texts.length).toBeGreaterThanOrEqual(6);
      expect(texts.every((text) => text.length >= 64)).toBe(true);
      const json = JSON.stringify(await analyze(example, options));
      expect(texts.filter((text) => json.includes(text))).toEqual([]);
      expect(json).not.toContain('PRIVATE KEY');
    },
  );

  it('do not come back when a key stands where a certificate belongs', async () => {
    const texts = keyTexts(workspace);
    const swapped = {
      ...workspace,
      files: workspace.files.map((file) => ({
        ...file,
        text: file.text.replace(/tls\.crt: .*\n {2}(tls\.key: (\S+))/g, 'tls.crt: $2\n  $1'),
      })),
    };
    expect(swapped.files).not.toEqual(workspace.files);
    const json = JSON.stringify(await analyze(swapped, options));
    expect(texts.filter((text) => json.includes(text))).toEqual([]);
  });
});

describe('the as-of date', () => {
  it.each([
    [null, '2026-11-20T12:00:00.000Z', 'All 11 steps pass'],
    ['2027-01-31T00:00:00Z', '2027-01-31T00:00:00.000Z', 'All 11 steps pass'],
    ['no date', '2026-11-20T12:00:00.000Z', 'All 11 steps pass'],
  ])('%s is %s', async (at, used, headline) => {
    const result = await analyze(withOptions({ at }), options);
    expect([result.at, result.implementations[0]?.headline]).toEqual([used, headline]);
  });

  it('lets certificates end', async () => {
    const result = await analyze(withOptions({ at: '2027-12-01T00:00:00Z' }), options);
    expect(result.implementations[0]?.verdict).toBe('error');
    const { outcome } = result.handshakes[0] ?? {};
    expect([outcome?.causeStep, outcome?.client.status]).toEqual([8, 502]);
    const secret = result.objects.find(({ name }) => name === 'catalog-identity');
    expect(secret?.fact).toBe('expired 19 Nov 2027');
  });
});

describe('the choice of an implementation', () => {
  it('goes before what the class tells', async () => {
    const implementationOverrides = { [GATEWAY]: 'envoy-gateway' } as const;
    const result = await analyze(withOptions({ implementationOverrides }), options);
    expect(
      result.implementations.map(({ implementation, gateways }) => [implementation, gateways]),
    ).toEqual([
      ['nginx-gateway-fabric', []],
      ['envoy-gateway', [GATEWAY]],
      ['kgateway', []],
      ['agentgateway', []],
    ]);
    expect(result.connections[0]?.mode).toBe('mutual-tls');
    expect(result.handshakes.map(({ outcome }) => outcome.stage)).toEqual(['ok']);
  });
});

describe('a checkpoint that refuses', () => {
  it.each([1, 3, 6, 8])(
    'ends the work at call %d and leaves nothing wrong behind',
    async (limit) => {
      const own = createAnalyzer();
      let calls = 0;
      const checkpoint = (): Promise<void> => {
        calls += 1;
        return calls < limit ? Promise.resolve() : Promise.reject(new Error('newer revision'));
      };
      await expect(own(workspace, { ...options, checkpoint })).rejects.toThrow('newer revision');
      expect(calls).toBe(limit);
      expect(await own(workspace, options)).toEqual(analysis);
    },
  );
});

describe('two definitions of one object', () => {
  it('uses the later one and says so', async () => {
    const files = [
      ...workspace.files,
      {
        id: 'later',
        path: 'later.yaml',
        text: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: catalog\n  namespace: shop\nspec:\n  ports:\n    - port: 8080\n',
      },
    ];
    const result = await analyze({ ...workspace, files }, options);
    const services = result.objects.filter(({ key }) => key === '/Service/shop/catalog');
    expect(services.map(({ at, shadowed }) => [at.fileId, shadowed])).toEqual([
      ['example-3', true],
      ['later', false],
    ]);
    expect(result.validation.objects).toBe(10);
    expect(result.findings.map(({ code }) => code)).toContain('OBJECT-REDEFINED');
    const node = result.topology.nodes.find(({ id }) => id === '/Service/shop/catalog');
    expect([node?.objectId, node?.fact]).toEqual(['later#0', ':8080']);
  });
});
