import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseFile, type JsonObject, type ManifestObject } from '../manifest/index.ts';
import { decodeBase64, inspectMaterial, proveKey, type Certificate } from '../pki/index.ts';
import { testCrypto } from '../pki/issuing/chain.testing.ts';
import { buildExample } from './build-example.ts';
import { exampleList } from './example-list.ts';
import { CATALOG_HOST } from './names.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const DAY = 86_400_000;
const ids = exampleList.map((example) => example.id);
const withSecrets = ids.filter((id) => id !== 'kgateway-external');

const open = (id: string): ReturnType<typeof buildExample> =>
  buildExample(id, { now: NOW, crypto: testCrypto });

async function objectsOf(id: string): Promise<readonly ManifestObject[]> {
  const { files } = await open(id);
  return files.flatMap((file) => {
    const parsed = parseFile(file, { defaultNamespace: 'default' });
    expect(parsed.findings, `${id} ${file.path}`).toEqual([]);
    return parsed.objects;
  });
}

/** A value of a Secret, decoded, or of a ConfigMap. */
function dataOf(
  objects: readonly ManifestObject[],
  kind: string,
  name: string,
  key?: string,
): string {
  const found = objects.find((object) => object.kind === kind && object.name === name);
  const data = (found?.value.data ?? {}) as JsonObject;
  const value = key === undefined ? Object.values(data)[0] : data[key];
  const text = typeof value === 'string' ? value : '';
  if (kind === 'ConfigMap') return text;
  return new TextDecoder().decode(decodeBase64(text) ?? new Uint8Array());
}

function certificatesOf(text: string): readonly Certificate[] {
  const inspected = inspectMaterial(text, 'any');
  expect(inspected.problems).toEqual([]);
  return inspected.certificates.map((entry) => entry.certificate);
}

describe('the example gallery', () => {
  it('has four setups that work and seven broken twins of the first', () => {
    expect(ids).toEqual([
      'ngf-mutual-tls',
      'kgateway-one-way',
      'kgateway-external',
      'envoy-gateway-mutual-tls',
      'wrong-ca',
      'expired',
      'no-san',
      'missing-intermediate',
      'client-cert-not-trusted',
      'no-client-cert',
      'missing-ca-key',
    ]);
    const twins = exampleList.filter((example) => example.brokenTwinOf !== undefined);
    expect(twins.map((example) => example.brokenTwinOf)).toEqual(
      Array.from({ length: 7 }, () => 'ngf-mutual-tls'),
    );
    expect(
      exampleList.every((example) => (example.failsAt === null) !== twins.includes(example)),
    ).toBe(true);
  });

  it('refuses an id that it does not have', async () => {
    await expect(open('nothing')).rejects.toThrow('no example is called nothing');
  });
});

describe('every example', () => {
  it.each(ids)(
    '%s reads without a finding, with unique paths, objects and file ids',
    async (id) => {
      const { files, name } = await open(id);
      expect(name).toBe(exampleList.find((example) => example.id === id)?.title);
      expect(new Set(files.map((file) => file.path)).size).toBe(files.length);
      expect(new Set(files.map((file) => file.id)).size).toBe(files.length);
      const keys = (await objectsOf(id)).map((object) => object.key);
      expect(new Set(keys).size).toBe(keys.length);
    },
  );

  it.each(ids)('%s keeps everything namespaced in shop', async (id) => {
    const outside = (await objectsOf(id)).filter((object) => object.namespace !== 'shop');
    expect(outside.map((object) => object.kind)).toEqual(
      id === 'envoy-gateway-mutual-tls' ? ['GatewayClass'] : [],
    );
  });

  it.each(withSecrets)('%s has proven key pairs, valid for a year from yesterday', async (id) => {
    const objects = await objectsOf(id);
    for (const secret of objects.filter((object) => object.kind === 'Secret')) {
      const [leaf] = certificatesOf(dataOf(objects, 'Secret', secret.name, 'tls.crt'));
      if (leaf === undefined) throw new Error('no certificate');
      const key = dataOf(objects, 'Secret', secret.name, 'tls.key');
      expect(await proveKey(leaf, key, testCrypto)).toBe('proven');
      const isExpired = id === 'expired' && secret.name === 'catalog-identity';
      expect(leaf.notAfter.epoch).toBe(isExpired ? NOW - 30 * DAY : NOW + 364 * DAY);
      expect(leaf.publicKey.text).toBe('EC P-256');
    }
  });

  it('gets other keys at every opening', async () => {
    const first = dataOf(
      await objectsOf('ngf-mutual-tls'),
      'Secret',
      'catalog-identity',
      'tls.key',
    );
    const second = dataOf(
      await objectsOf('ngf-mutual-tls'),
      'Secret',
      'catalog-identity',
      'tls.key',
    );
    expect(first).toContain('BEGIN PRIVATE KEY');
    expect(first).not.toBe(second);
  });
});

describe('the shape of the setups', () => {
  it.each([
    [
      'ngf-mutual-tls',
      [
        'Secret',
        'Gateway',
        'HTTPRoute',
        'Service',
        'Deployment',
        'ConfigMap',
        'Secret',
        'ConfigMap',
        'ConfigMap',
        'BackendTLSPolicy',
      ],
    ],
    [
      'kgateway-one-way',
      [
        'Gateway',
        'HTTPRoute',
        'Service',
        'Deployment',
        'ConfigMap',
        'Secret',
        'ConfigMap',
        'BackendTLSPolicy',
      ],
    ],
    ['kgateway-external', ['Gateway', 'Backend', 'HTTPRoute', 'BackendTLSPolicy']],
    [
      'envoy-gateway-mutual-tls',
      [
        'GatewayClass',
        'Gateway',
        'Secret',
        'EnvoyProxy',
        'HTTPRoute',
        'Service',
        'Deployment',
        'ConfigMap',
        'Secret',
        'ConfigMap',
        'ConfigMap',
        'BackendTLSPolicy',
      ],
    ],
  ])('%s has these objects', async (id, kinds) => {
    expect((await objectsOf(id)).map((object) => object.kind)).toEqual(kinds);
  });

  it('breaks one thing in each twin', async () => {
    const gateway = (objects: readonly ManifestObject[]): JsonObject =>
      objects.find((object) => object.kind === 'Gateway')?.value.spec as JsonObject;
    const chain = (objects: readonly ManifestObject[]): readonly Certificate[] =>
      certificatesOf(dataOf(objects, 'Secret', 'catalog-identity', 'tls.crt'));
    expect(gateway(await objectsOf('ngf-mutual-tls'))).toHaveProperty(
      'tls.backend.clientCertificateRef.name',
      'storefront-identity',
    );
    expect(gateway(await objectsOf('no-client-cert'))).not.toHaveProperty('tls');
    expect(chain(await objectsOf('ngf-mutual-tls'))).toHaveLength(2);
    expect(chain(await objectsOf('missing-intermediate'))).toHaveLength(1);
    const [nameless] = chain(await objectsOf('no-san'));
    expect(nameless?.extensions.subjectAltNames).toBeUndefined();
    expect(nameless?.subject.text).toBe('CN=catalog, O=Example Shop');
    const keys = (await objectsOf('missing-ca-key')).find(
      (object) => object.name === 'services-ca',
    );
    expect(Object.keys((keys?.value.data ?? {}) as JsonObject)).toEqual(['ca.pem']);
  });
});

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
if (!hasOpenssl)
  console.warn('examples.test.ts: openssl is not installed, its verdicts are skipped');

describe.skipIf(!hasOpenssl)('openssl on the certificates of the examples', () => {
  const folder = hasOpenssl ? mkdtempSync(join(tmpdir(), 'examples-')) : '';
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  /** `OK`, or the first error of `openssl verify`. */
  function verify(chain: string, ca: string, ...options: string[]): string {
    const [leaf = '', ...rest] = chain.split(/(?<=-----END CERTIFICATE-----\n)/);
    writeFileSync(join(folder, 'leaf.pem'), leaf);
    writeFileSync(join(folder, 'rest.pem'), rest.join('') || ca);
    writeFileSync(join(folder, 'ca.pem'), ca);
    const common = ['verify', '-attime', String(NOW / 1000), '-CAfile', 'ca.pem'];
    const run = spawnSync(
      'openssl',
      [...common, '-untrusted', 'rest.pem', ...options, 'leaf.pem'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    return (
      /error (\d+) at/.exec(run.stderr)?.[1] ?? (run.stdout.includes('OK') ? 'OK' : run.stderr)
    );
  }

  it.each([
    ['ngf-mutual-tls', 'OK', 'OK'],
    ['kgateway-one-way', 'OK', null],
    ['envoy-gateway-mutual-tls', 'OK', 'OK'],
    ['wrong-ca', '20', 'OK'],
    ['expired', '10', 'OK'],
    ['no-san', '62', 'OK'],
    ['missing-intermediate', '20', 'OK'],
    ['client-cert-not-trusted', 'OK', '20'],
    ['no-client-cert', 'OK', null],
    ['missing-ca-key', 'OK', 'OK'],
  ])('%s: server %s, client %s', async (id, server, client) => {
    const objects = await objectsOf(id);
    const serverChain = dataOf(objects, 'Secret', 'catalog-identity', 'tls.crt');
    const serverCa = dataOf(objects, 'ConfigMap', 'services-ca');
    const name = ['-purpose', 'sslserver', '-verify_hostname', CATALOG_HOST];
    expect(verify(serverChain, serverCa, ...name)).toBe(server);
    if (client === null) return;
    const clientChain = dataOf(objects, 'Secret', 'storefront-identity', 'tls.crt');
    const clientCa = dataOf(objects, 'ConfigMap', 'gateways-ca');
    expect(verify(clientChain, clientCa, '-purpose', 'sslclient')).toBe(client);
  });
});
