import { beforeAll, describe, expect, it } from 'vitest';
import type { Workspace } from '../../model/index.ts';
import { makeCa, makeLeaf, testCrypto, TEST_START } from '../../pki/issuing/chain.testing.ts';
import type { IssuedCertificate } from '../../pki/index.ts';
import { applyEdits } from '../../source/index.ts';
import { createAnalyzer } from '../create-analyzer.ts';
import type { Analysis } from '../types.ts';
import { blob, indented, traffic, workspaceOf } from './placement.testing.ts';
import type { Placement } from './types.ts';

const analyzer = createAnalyzer();
const NOW = TEST_START + 86_400_000;

let ca: IssuedCertificate;
let other: IssuedCertificate;
let server: IssuedCertificate;
let client: IssuedCertificate;

beforeAll(async () => {
  ca = await makeCa('App CA');
  other = await makeCa('Other CA');
  server = await makeLeaf('app.example.com', ca, { eku: ['serverAuth'] });
  client = await makeLeaf('gw', ca, { eku: ['clientAuth'] });
});

const analyze = (workspace: Workspace): Promise<Analysis> =>
  analyzer(workspace, { now: NOW, crypto: testCrypto });

const shown = ({ how, target, as, effect }: Placement): string =>
  [how, target, as, effect].filter((part) => part !== null).join(', ');

async function placesOf(workspace: Workspace): Promise<Readonly<Record<string, string[]>>> {
  const { blobs } = await analyze(workspace);
  return Object.fromEntries(blobs.map(({ path, places }) => [path, places.map(shown)]));
}

describe('places of a dropped file', () => {
  it('offers each kind of file what can take it, the best first', async () => {
    const workspace = workspaceOf(traffic('held') + indented(other.certificatePem), [
      blob('ca.pem', ca.certificatePem),
      blob('server.pem', server.certificatePem),
      blob('server.key', server.keyPem),
      blob('client.pem', client.certificatePem + client.keyPem),
      blob('note.txt', 'nothing'),
    ]);
    expect(await placesOf(workspace)).toEqual({
      'ca.pem': [
        'object, ConfigMap held, as ca.crt, add',
        'assign, Service app, as the CA of clients that it accepts',
      ],
      'server.pem': [
        'assign, Service app, as its certificate and key',
        'create, Secret gw-cert, as tls.crt and tls.key',
      ],
      'server.key': [
        'assign, Service app, as its certificate and key',
        'create, Secret gw-cert, as tls.crt and tls.key',
      ],
      'client.pem': [
        'create, Secret gw-cert, as tls.crt and tls.key',
        'assign, Service app, as its certificate and key',
      ],
      'note.txt': [],
    });
  });

  it('offers a missing ConfigMap to a CA, and nothing where it stands already', async () => {
    const missing = workspaceOf(traffic('gone') + indented(other.certificatePem), [
      blob('ca.pem', ca.certificatePem),
    ]);
    expect((await placesOf(missing))['ca.pem']?.[0]).toBe('create, ConfigMap gone, as ca.crt');
    const there = workspaceOf(traffic('held') + indented(ca.certificatePem), [
      blob('ca.pem', ca.certificatePem),
    ]);
    expect((await placesOf(there))['ca.pem']).toEqual([
      'assign, Service app, as the CA of clients that it accepts',
    ]);
  });
});

async function placed(workspace: Workspace, blobId: string, at = 0): Promise<Workspace> {
  const { blobs } = await analyze(workspace);
  const place = blobs.find(({ id }) => id === blobId)?.places[at];
  if (place === undefined) throw new Error(`no place ${String(at)} for ${blobId}`);
  const answer = await analyzer.place(workspace, blobId, place, testCrypto);
  if (answer.kind === 'assignment') return { ...workspace, assignments: [answer.assignment] };
  if (answer.kind === 'not-possible') throw new Error('not possible');
  const files = workspace.files.map((file) => ({
    ...file,
    text: applyEdits(file.text, answer.edits),
  }));
  return { ...workspace, files };
}

const held = async (workspace: Workspace, label: string): Promise<readonly string[]> =>
  (await analyze(workspace)).certificates
    .filter(({ places }) => places.some((place) => place.label === label))
    .map(({ title }) => title);

describe('placing a file', () => {
  it('adds another CA to the bundle and keeps every other byte', async () => {
    const start = traffic('held') + indented(other.certificatePem);
    const after = await placed(workspaceOf(start, [blob('ca.pem', ca.certificatePem)]), 'ca.pem');
    expect(after.files[0]?.text.startsWith(start.trimEnd())).toBe(true);
    expect(await held(after, 'ConfigMap default/held, ca.crt')).toEqual(['Other CA', 'App CA']);
  });

  it('replaces a CA of the same name', async () => {
    const renewed = await makeCa('Other CA');
    const start = workspaceOf(traffic('held') + indented(other.certificatePem), [
      blob('ca.pem', renewed.certificatePem),
    ]);
    const after = await placed(start, 'ca.pem');
    expect(await held(after, 'ConfigMap default/held, ca.crt')).toEqual(['Other CA']);
    expect(after.files[0]?.text).not.toContain(other.certificatePem.split('\n')[5]);
  });

  it('writes a missing Secret behind the object that names it, certificate and key together', async () => {
    const start = traffic('held') + indented(other.certificatePem);
    const files = [blob('client.pem', client.certificatePem), blob('client.key', client.keyPem)];
    const after = await placed(workspaceOf(start, files), 'client.pem');
    expect(after.files[0]?.text.startsWith(start)).toBe(true);
    const { objects, certificates } = await analyze(after);
    expect(objects.find(({ name }) => name === 'gw-cert')).toMatchObject({
      kind: 'Secret',
      namespace: 'default',
      hasPrivateKey: true,
    });
    expect(certificates.find(({ title }) => title === 'gw')?.keyProof).toBe('proven');
  });

  it('says what a workload presents where no manifest does', async () => {
    const files = [blob('server.pem', server.certificatePem), blob('server.key', server.keyPem)];
    const start = workspaceOf(traffic('held') + indented(ca.certificatePem), files);
    const after = await placed(start, 'server.pem');
    expect(after.assignments).toEqual([
      {
        target: '/Service/default/app',
        chain: { kind: 'blob', blobId: 'server.pem' },
        key: { kind: 'blob', blobId: 'server.key' },
      },
    ]);
  });
});

describe('held pairs', () => {
  it('finds the certificates whose keys are in the workspace, with those above them', async () => {
    const workspace = workspaceOf('', [
      blob('ca.pem', ca.certificatePem),
      blob('server.pem', server.certificatePem),
      blob('server.key', server.keyPem),
    ]);
    const pairs = await analyzer.heldPairs(workspace, testCrypto);
    expect(pairs).toEqual([
      {
        certificateId: server.certificate.fingerprint,
        chain: server.certificatePem + ca.certificatePem,
        key: server.keyPem,
      },
    ]);
  });
});
