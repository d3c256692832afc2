import { describe, expect, it } from 'vitest';
import type { Blob } from '../../model/index.ts';
import { testCrypto } from '../../pki/issuing/chain.testing.ts';
import { emptyWorkspace } from '../../workspace/index.ts';
import { defaultChoices } from '../default-choices.ts';
import { materialFor, NOW } from '../prove.testing.ts';
import type { SetupChoices, SetupMaterial } from '../types.ts';
import { createDrafter } from './create-drafter.ts';
import type { DraftRequest, SetupDraft } from './types.ts';

const { options } = emptyWorkspace('');
const base = defaultChoices('nginx-gateway-fabric');
const dropped: SetupChoices = { ...base, certificates: { kind: 'dropped' } };

const requestFor = (choices: SetupChoices, changes: Partial<DraftRequest> = {}): DraftRequest => ({
  choices,
  picks: {},
  blobs: [],
  options,
  now: NOW,
  ...changes,
});

const blob = (id: string, ...texts: readonly (string | undefined)[]): Blob => ({
  id,
  path: `${id}.pem`,
  bytes: new TextEncoder().encode(texts.join('')),
});

/** Files as a person has them: an identity in one file, the other in two. */
function filesOf({ server, serverCa, client, clientCa }: SetupMaterial): readonly Blob[] {
  return [
    blob('client-ca', clientCa?.text),
    blob('ca', serverCa?.text),
    blob('client', client?.chain.text, client?.key.text),
    blob('server-key', server?.key?.text),
    blob('server', server?.chain.text),
  ];
}

const textOf = ({ setup }: SetupDraft, path: string): string =>
  setup.files.find((file) => file.path === path)?.text ?? '';

describe('createDrafter', () => {
  it('issues what is needed and passes the analysis', async () => {
    const draft = await createDrafter({ crypto: testCrypto })(requestFor(base));
    expect(draft.verdict.headline).toBe('All 11 steps pass');
    expect(draft.verdict.verdict).toBe('ok');
    expect(draft.topology.hops).toHaveLength(1);
    expect(draft.implementations).toHaveLength(4);
    expect(draft.objects.find(({ key }) => key.includes('BackendTLSPolicy'))).toMatchObject({
      path: 'payments-tls.yaml',
    });
  });

  it('keeps keys when a name changes, and certificates when nothing does that they carry', async () => {
    const drafter = createDrafter({ crypto: testCrypto });
    const first = await drafter(requestFor(base));
    const again = await drafter(requestFor({ ...base, layout: 'several-files' }));
    const secret = 'payments-identity.yaml';
    expect(textOf(again, secret)).toBe(textOf(first, secret));
    const sni = 'other.internal.example';
    const hosts = { ...base.hosts, sni, verified: [sni] };
    const renamed = await drafter(requestFor({ ...base, hosts }));
    const keyOf = (text: string) => /tls\.key: (\S+)/.exec(text)?.[1];
    expect(textOf(renamed, secret)).not.toBe(textOf(first, secret));
    expect(keyOf(textOf(renamed, secret))).toBe(keyOf(textOf(first, secret)));
    expect(renamed.verdict.headline).toBe('All 11 steps pass');
  });

  it('keeps the certificates while a name is typed that cannot stand in one', async () => {
    const drafter = createDrafter({ crypto: testCrypto });
    const first = await drafter(requestFor(base));
    const half = await drafter(requestFor({ ...base, hosts: { ...base.hosts, sni: 'pay..' } }));
    const secret = 'payments-identity.yaml';
    expect(textOf(half, secret)).toBe(textOf(first, secret));
  });

  it('tells how many certificates are issued, and ends when told', async () => {
    const drafter = createDrafter({ crypto: testCrypto });
    const told: string[] = [];
    const onIssue = (done: number, total: number) => {
      told.push(`${String(done)} of ${String(total)}`);
    };
    await drafter(requestFor(base), { onIssue });
    expect(told).toEqual(['0 of 4', '1 of 4', '2 of 4', '3 of 4']);
    const checkpoint = () => Promise.reject(new Error('stopped'));
    const other = requestFor({ ...base, gatewayName: 'edge' });
    await expect(drafter(other, { checkpoint })).rejects.toThrow('stopped');
  });

  it('proposes a role for every dropped file', async () => {
    const blobs = filesOf(await materialFor(base));
    const draft = await createDrafter({ crypto: testCrypto })(requestFor(dropped, { blobs }));
    expect(draft.rows.map(({ role, blobId, state }) => [role, blobId, state])).toEqual([
      ['server-chain', 'server', 'fits'],
      ['server-key', 'server-key', 'fits'],
      ['server-ca', 'ca', 'fits'],
      ['client-chain', 'client', 'fits'],
      ['client-key', 'client', 'fits'],
      ['client-ca', 'client-ca', 'fits'],
    ]);
    expect(draft.verdict.headline).toBe('All 11 steps pass');
  });

  it('says what is missing, and what does not fit', async () => {
    const blobs = filesOf(await materialFor(base));
    const drafter = createDrafter({ crypto: testCrypto });
    const none = await drafter(requestFor(dropped));
    expect(new Set(none.rows.map(({ state }) => state))).toEqual(new Set(['missing']));
    const picks = { 'server-ca': 'client-ca', 'server-key': 'client' };
    const { rows, verdict } = await drafter(requestFor(dropped, { blobs, picks }));
    expect(rows.find(({ role }) => role === 'server-key')).toMatchObject({
      state: 'wrong',
      says: 'Its key does not belong to CN=payments.internal.example.',
      isProposed: false,
    });
    expect(rows.find(({ role }) => role === 'server-ca')).toMatchObject({
      state: 'doubtful',
      says: 'CN=gateway CA did not issue server.pem.',
    });
    expect(verdict.verdict).not.toBe('ok');
  });
});
