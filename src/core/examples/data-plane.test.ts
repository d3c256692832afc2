import { describe, expect, it } from 'vitest';
import { createAnalyzer, type DataPlaneListing } from '../analysis/index.ts';
import type { ImplementationId, Workspace } from '../model/index.ts';
import { testCrypto } from '../pki/issuing/chain.testing.ts';
import { buildExample } from './build-example.ts';
import type { ExampleId } from './types.ts';

const options = { now: Date.UTC(2026, 10, 20, 12), crypto: testCrypto };
const analyze = createAnalyzer();

async function connectionOf(workspace: Workspace): Promise<string> {
  const { connections } = await analyze(workspace, options);
  return connections[0]?.connection.id ?? '';
}

async function listingOf(
  workspace: Workspace,
  lens: ImplementationId | null = null,
): Promise<DataPlaneListing> {
  const connectionId = await connectionOf(workspace);
  const asked = { crypto: testCrypto, ...(lens === null ? {} : { lens }) };
  const answer = await analyze.dataPlane(workspace, connectionId, asked);
  if (answer.kind !== 'listing') throw new Error(answer.kind);
  return answer;
}

/** The text of the files at the source of the line that contains `part`. */
function shownBy(workspace: Workspace, { lines }: DataPlaneListing, part: string) {
  const source = lines.find(({ text }) => text.includes(part))?.source;
  const file = workspace.files.find(({ id }) => id === source?.at.fileId);
  const text = source && file?.text.slice(source.at.range.start, source.at.range.end);
  return { object: source?.object, field: source?.field, text };
}

const hostname = {
  object: 'BackendTLSPolicy catalog-tls',
  field: 'spec.validation.hostname',
  text: 'hostname: catalog.shop.svc.cluster.local',
};

describe('the data plane configuration of an example', () => {
  it.each<[ExampleId, ImplementationId | null, string, string, string]>([
    ['ngf-mutual-tls', null, 'nginx-gateway-fabric', 'nginx', 'proxy_ssl_name '],
    ['ngf-mutual-tls', 'kgateway', 'kgateway', 'yaml', 'sni: '],
    ['ngf-mutual-tls', 'agentgateway', 'agentgateway', 'yaml', 'hostname: '],
    ['envoy-gateway-mutual-tls', null, 'envoy-gateway', 'yaml', 'sni: '],
    ['kgateway-one-way', null, 'kgateway', 'yaml', 'sni: '],
  ])(
    '%s with lens %s is that of %s: its SNI is linked to its field',
    async (id, lens, made, language, sni) => {
      const workspace = await buildExample(id, options);
      const listing = await listingOf(workspace, lens);
      expect([listing.implementation, listing.language]).toEqual([made, language]);
      expect(shownBy(workspace, listing, sni)).toEqual(hostname);
    },
  );

  it('names the key alone where a field goes over several lines', async () => {
    const workspace = await buildExample('ngf-mutual-tls', options);
    const shown = shownBy(workspace, await listingOf(workspace), 'proxy_ssl_verify on');
    expect(shown).toEqual({ ...hostname, field: 'spec.validation', text: 'validation' });
  });

  it('says nothing of a source for what is always written', async () => {
    const { lines } = await listingOf(await buildExample('ngf-mutual-tls', options));
    expect(lines.find(({ text }) => text.includes('proxy_http_version'))).toEqual({
      text: '        proxy_http_version 1.1;',
    });
  });

  it('follows the version that the workspace asks for', async () => {
    const workspace = await buildExample('ngf-mutual-tls', options);
    const versions = { 'nginx-gateway-fabric': '2.2' };
    const older = { ...workspace, options: { ...workspace.options, versions } };
    const listing = await listingOf(older);
    expect(listing.version).toBe('2.2');
    expect(listing.lines.some(({ text }) => text.includes('verify_depth'))).toBe(false);
  });

  it('shows what is written instead of a refused rule', async () => {
    const { lines } = await listingOf(await buildExample('missing-ca-key', options));
    expect(lines.map(({ text }) => text)).toContain('    return 500;');
  });

  it.each<ImplementationId>(['nginx-gateway-fabric', 'envoy-gateway', 'kgateway', 'agentgateway'])(
    'holds no private key of %s, and is plain JSON',
    async (lens) => {
      const workspace = await buildExample('ngf-mutual-tls', options);
      const listing = await listingOf(workspace, lens);
      const text = JSON.stringify(listing);
      const keys = workspace.files.flatMap((file) => [
        ...file.text.matchAll(/tls\.key: (\S{40})/g),
        ...file.text.matchAll(/PRIVATE KEY-----\s+(\S{40})/g),
      ]);
      expect(keys.length).toBeGreaterThan(0);
      expect(keys.filter(([, key = '']) => text.includes(key))).toEqual([]);
      expect(text).not.toContain('PRIVATE KEY');
      expect(JSON.parse(text)).toEqual(listing);
    },
  );

  it('asks for the gateway of a class of nobody, and knows when a connection is gone', async () => {
    const workspace = await buildExample('ngf-mutual-tls', options);
    const connectionId = await connectionOf(workspace);
    const files = workspace.files.map((file) => ({
      ...file,
      text: file.text.replace('gatewayClassName: nginx', 'gatewayClassName: other'),
    }));
    expect(
      await analyze.dataPlane({ ...workspace, files }, connectionId, { crypto: testCrypto }),
    ).toEqual({
      kind: 'unknown-gateway',
      connectionId,
      gatewayName: 'storefront',
      evidence: 'other',
    });
    const gone = await analyze.dataPlane({ ...workspace, files: [] }, connectionId, {
      crypto: testCrypto,
    });
    expect(gone).toEqual({ kind: 'no-connection', connectionId });
  });
});
