// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { SetupDraft } from '../core/authoring/index.ts';
import { addSetup } from './add-setup.ts';
import { studio } from './bindings.ts';
import { emptyWorkspace } from './empty-workspace.ts';

const draft: SetupDraft = {
  setup: {
    files: [
      { path: 'gateway.yaml', text: 'kind: Gateway\n' },
      { path: 'route.yaml', text: 'kind: HTTPRoute\n' },
    ],
    standIns: [{ path: 'written-by-cert-manager.yaml', text: 'kind: Secret\n' }],
    assignments: [
      {
        target: 'host:a.example:443',
        chain: { kind: 'blob', blobId: 'chain' },
        verifyClient: 'off',
      },
    ],
    blobs: [],
    options: { versions: { kgateway: '2.3' } },
  },
  rows: [],
  objects: [],
  topology: { nodes: [], edges: [], hops: [], lanes: [], width: 0, height: 0 },
  verdict: { verdict: 'ok', headline: 'All 11 steps pass', connectionId: 'c', cause: null },
  implementations: [],
};
const ready = { draft, label: 'New setup: payments on kgateway', name: 'payments' };
const blob = (id: string) => ({ id, path: `${id}.pem`, bytes: new Uint8Array() });
const full = {
  ...emptyWorkspace,
  name: 'Before',
  files: [{ id: 'gateway.yaml', path: 'gateway.yaml', text: '' }],
  blobs: [blob('chain'), blob('other')],
  options: { ...emptyWorkspace.options, at: '2026-01-01', versions: { agentgateway: '1.3' } },
};

const now = () => studio.store.getState();

describe('addSetup', () => {
  beforeEach(() => {
    studio.store.setState(studio.store.getInitialState(), true);
  });

  it('fills an empty page with one history entry and shows the handshake', () => {
    studio.setScreen('new-setup');
    addSetup({ ...ready, place: 'this-workspace' });
    const { workspace, history, view } = now();
    expect(history.past.map(({ label }) => label)).toEqual(['New setup: payments on kgateway']);
    expect(workspace.name).toBe('payments');
    expect(workspace.files.map(({ path }) => path)).toEqual(['gateway.yaml', 'route.yaml']);
    expect(workspace.options.versions).toEqual({ kgateway: '2.3' });
    expect(workspace.assignments).toEqual(draft.setup.assignments);
    expect(view).toMatchObject({ screen: 'workspace', connectionId: 'c', dockTab: 'handshake' });
    studio.undo();
    expect(now().workspace.files).toEqual([]);
  });

  it('joins a full workspace in a folder of its own, and keeps its options', () => {
    studio.update({ type: 'replace-workspace', label: 'Open', workspace: full });
    addSetup({ ...ready, place: 'this-workspace' });
    const { workspace } = now();
    expect(workspace.files.map(({ path }) => path)).toEqual([
      'gateway.yaml',
      'payments/gateway.yaml',
      'payments/route.yaml',
    ]);
    expect(workspace.name).toBe('Before');
    expect(workspace.options).toMatchObject({
      at: '2026-01-01',
      versions: { agentgateway: '1.3', kgateway: '2.3' },
    });
  });

  it('takes the place of a full workspace, with the files that it names and no others', () => {
    studio.update({ type: 'replace-workspace', label: 'Open', workspace: full });
    addSetup({ ...ready, place: 'new-workspace' });
    const { workspace, history } = now();
    expect(workspace.files.map(({ path }) => path)).toEqual(['gateway.yaml', 'route.yaml']);
    expect(workspace.blobs.map(({ id }) => id)).toEqual(['chain']);
    expect(workspace.options.at).toBeNull();
    expect(history.past).toHaveLength(2);
    studio.undo();
    expect(now().workspace).toBe(full);
  });

  it('keeps the certificates of two setups apart when cert-manager makes those of both', () => {
    const made = (namespace: string, byte: number) => ({
      ...ready,
      draft: {
        ...draft,
        setup: {
          ...draft.setup,
          assignments: [
            {
              target: `core/Secret/${namespace}/payments`,
              chain: { kind: 'blob', blobId: 'payments.crt' } as const,
            },
          ],
          blobs: [{ id: 'payments.crt', path: 'payments.crt', bytes: Uint8Array.of(byte) }],
        },
      },
    });
    addSetup({ ...made('a', 1), place: 'this-workspace' });
    addSetup({ ...made('b', 2), place: 'this-workspace' });
    const { blobs, assignments } = now().workspace;
    const stands = assignments.map(({ target, chain }) => {
      const id = chain?.kind === 'blob' ? chain.blobId : '';
      return [target, blobs.find((one) => one.id === id)?.bytes[0]];
    });
    expect(stands).toEqual([
      ['core/Secret/a/payments', 1],
      ['core/Secret/b/payments', 2],
    ]);
    addSetup({ ...made('b', 3), place: 'new-workspace' });
    expect(now().workspace.blobs.map(({ bytes }) => bytes[0])).toEqual([3]);
  });
});
