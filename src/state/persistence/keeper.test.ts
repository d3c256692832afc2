import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../core/model/index.ts';
import { keepableText } from '../../core/storage/index.ts';
import { Stopped } from '../../workers/index.ts';
import { emptyWorkspace } from '../empty-workspace.ts';
import { createStudio } from '../studio.ts';
import type { KeeperPorts } from './keeper-ports.ts';
import { Keeper } from './Keeper.ts';
import { memoryStorage } from './memory-storage.testing.ts';
import type { Claim } from './types.ts';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const shop: Workspace = {
  ...emptyWorkspace,
  name: 'Shop',
  files: [
    { id: 'f', path: 'a.yaml', text: 'kind: Service\n' },
    {
      id: 's',
      path: 's.yaml',
      text: `apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\ndata:\n  tls.key: ${btoa(key)}\n`,
    },
  ],
};

/** One device, on which any number of tabs are open. */
function device() {
  const storage = memoryStorage();
  const held = new Set<string>();
  const claim: Claim = (id) => {
    if (held.has(id)) return Promise.resolve(null);
    held.add(id);
    return Promise.resolve(() => held.delete(id));
  };
  let pointed: string | null = null;
  let ids = 0;
  const tab = (more: Partial<KeeperPorts> = {}) => {
    const studio = createStudio({}, () => `w${String((ids += 1))}`);
    const keeper = new Keeper({
      studio,
      storage,
      claim,
      pointer: { read: () => pointed, write: (id) => (pointed = id) },
      redact: (workspace) => Promise.resolve(keepableText(workspace)),
      now: () => 1000 + ids,
      wait: () => () => undefined,
      newId: () => `n${String((ids += 1))}`,
      crypto: globalThis.crypto,
      ...more,
    });
    return { studio, keeper, state: () => keeper.store.getState() };
  };
  return { storage, tab };
}

const open = (workspace: Workspace) =>
  ({ type: 'replace-workspace', label: 'Open', workspace }) as const;
const rename = (name: string) => ({ type: 'rename', label: 'Rename', name }) as const;
const textOf = ({ studio }: { studio: ReturnType<typeof createStudio> }, file: number) =>
  studio.store.getState().workspace.files[file]?.text;

async function kept(workspace = shop) {
  const { storage, tab } = device();
  const first = tab();
  await first.keeper.start();
  first.studio.update(open(workspace));
  await first.keeper.flush();
  return { storage, tab, first };
}

describe('keeping a workspace on the device', () => {
  it('brings it back in the next page, with a stand-in for each private key', async () => {
    const { tab, first } = await kept();
    expect(first.state().saved).toBe('saved');
    first.keeper.dispose();
    const second = tab();
    expect(second.state().restoring).toBe(true);
    await second.keeper.start();
    expect(second.state().restoring).toBe(false);
    expect(second.state().notice).toEqual({ kind: 'restored', name: 'Shop', removed: 1 });
    expect(textOf(second, 0)).toBe('kind: Service\n');
    expect(atob(/tls.key: (\S+)/.exec(textOf(second, 1) ?? '')?.[1] ?? '')).toContain(
      '-----BEGIN REMOVED PRIVATE KEY-----',
    );
    expect(second.studio.store.getState().history.past).toEqual([]);
  });

  it('keeps each workspace under its own id, also when one is opened right after an edit', async () => {
    const { storage, first } = await kept();
    first.studio.update(rename('Shop 2'));
    first.studio.update(open({ ...shop, name: 'Other' }));
    await first.keeper.flush();
    const names = [...storage.records.values()].map(({ name }) => name);
    expect(names.sort()).toEqual(['Other', 'Shop 2']);
    first.studio.undo();
    await first.keeper.flush();
    expect(storage.records.size).toBe(2);
  });

  it('never writes what another tab has open, and goes on with a copy', async () => {
    const { storage, tab, first } = await kept();
    const second = tab();
    await second.keeper.start();
    expect(second.state().notice?.kind).toBe('elsewhere');
    expect(second.studio.store.getState().workspace).toBe(emptyWorkspace);
    const { workspaceId } = first.studio.store.getState();
    second.studio.update({ ...open({ ...shop, name: 'Theirs' }), workspaceId });
    await second.keeper.flush();
    expect(second.state().notice).toEqual({ kind: 'copied', name: 'Theirs' });
    await second.keeper.flush();
    expect(storage.records.get(workspaceId)?.name).toBe('Shop');
    expect([...storage.records.values()].map(({ name }) => name).sort()).toEqual([
      'Shop',
      'Theirs',
    ]);
  });

  it('says that storage is refused, goes on, and tries again with the next change', async () => {
    const { storage, first } = await kept();
    storage.refuse = new DOMException('', 'QuotaExceededError');
    first.studio.update(rename('Shop 2'));
    await first.keeper.flush();
    expect(first.state()).toMatchObject({
      saved: 'refused',
      notice: { kind: 'refused', reason: 'full' },
    });
    storage.refuse = null;
    first.studio.update(rename('Shop 3'));
    await first.keeper.flush();
    expect(first.state().saved).toBe('saved');
    expect([...storage.records.values()].map(({ name }) => name)).toEqual(['Shop 3']);
  });

  it('tries again when the worker was stopped in between', async () => {
    const { storage, tab } = device();
    let stopped = true;
    const one = tab({
      redact: (workspace) =>
        stopped ? Promise.reject(new Stopped()) : Promise.resolve(keepableText(workspace)),
    });
    await one.keeper.start();
    one.studio.update(open(shop));
    await one.keeper.flush();
    expect(storage.records.size).toBe(0);
    stopped = false;
    await one.keeper.flush();
    expect(storage.records.size).toBe(1);
  });
});

describe('private keys that the user asks to keep', () => {
  it('come back, and are only there under a key that cannot be exported', async () => {
    const { storage, tab, first } = await kept();
    await first.keeper.setKeepKeys(true);
    const cipher = await storage.readCipherKey();
    expect(cipher?.extractable).toBe(false);
    const [record] = storage.records.values();
    expect(record?.text).not.toContain(btoa(key));
    const sealed = Buffer.from(record?.sealed?.bytes ?? []).toString('latin1');
    expect(sealed.length).toBeGreaterThan(500);
    expect(sealed).not.toContain('tls.key');
    first.keeper.dispose();
    const second = tab();
    await second.keeper.start();
    expect(textOf(second, 1)).toBe(shop.files[1]?.text);
  });

  it('are erased from every workspace when that is turned off', async () => {
    const { storage, tab, first } = await kept();
    await first.keeper.setKeepKeys(true);
    await first.keeper.duplicate(first.studio.store.getState().workspaceId);
    expect([...storage.records.values()].map(({ sealed }) => sealed === undefined)).toEqual([
      false,
      false,
    ]);
    await first.keeper.setKeepKeys(false);
    expect(await storage.readCipherKey()).toBeNull();
    expect([...storage.records.values()].every((one) => one.sealed === undefined)).toBe(true);
    first.keeper.dispose();
    const second = tab();
    await second.keeper.start();
    expect(second.state().notice).toMatchObject({ removed: 1 });
  });
});

describe('the workspaces of the device', () => {
  it('are opened, renamed, duplicated and removed', async () => {
    const { storage, first } = await kept();
    const { keeper, studio } = first;
    const { workspaceId } = studio.store.getState();
    await keeper.duplicate(workspaceId);
    const copy = first.state().list.find(({ name }) => name === 'Shop (copy)');
    await keeper.rename(copy?.id ?? '', 'Second');
    await keeper.open(copy?.id ?? '');
    expect(studio.store.getState().workspace.name).toBe('Second');
    expect(studio.store.getState().workspaceId).toBe(copy?.id);
    await keeper.remove(copy?.id ?? '');
    expect(studio.store.getState().workspace).toBe(emptyWorkspace);
    expect([...storage.records.keys()]).toEqual([workspaceId]);
  });

  it('say when one was written by a newer version of the page, and leave it alone', async () => {
    const { storage, first } = await kept();
    const [record] = storage.records.values();
    if (record === undefined) throw new Error('nothing kept');
    const text = record.text.replace('workspace/1"', 'workspace/2"') as typeof record.text;
    storage.records.set('newer', { ...record, id: 'newer', text });
    await first.keeper.open('newer');
    expect(first.state().notice).toMatchObject({ kind: 'unreadable', reason: 'newer' });
    expect(storage.records.get('newer')?.text).toBe(text);
  });

  it('are all gone when everything is forgotten, and nothing is written after it', async () => {
    const { storage, first } = await kept();
    await first.keeper.setKeepKeys(true);
    first.studio.update(rename('Again'));
    await first.keeper.forgetAll();
    await first.keeper.flush();
    expect(storage.records.size).toBe(0);
    expect(await storage.readCipherKey()).toBeNull();
  });
});
