import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Workspace } from '../core/model/index.ts';
import { emptyWorkspace } from './empty-workspace.ts';
import { historyLimit } from './history.ts';
import { createStudio } from './studio.ts';
import type { Command } from './types.ts';

const start: Workspace = {
  ...emptyWorkspace,
  name: 'Setup',
  files: [
    { id: 'f0', path: 'a.yaml', text: '\uFEFFkind: Pod\r\n# mixed\nname: x\r' },
    { id: 'f1', path: 'b.yaml', text: '' },
  ],
};

const opened = () => createStudio({ workspace: start, baseline: start });
const textsOf = ({ store }: ReturnType<typeof createStudio>) =>
  store.getState().workspace.files.map((file) => file.text);
const type = (text: string, coalesce?: string): Command => ({
  type: 'edit-text',
  label: 'Edit b.yaml',
  edits: [{ fileId: 'f1', range: { start: 0, end: 0 }, text }],
  ...(coalesce === undefined ? {} : { coalesce }),
});

const command: fc.Arbitrary<Command> = fc.oneof(
  fc
    .record({ file: fc.nat(2), start: fc.nat(40), length: fc.nat(10), text: fc.string() })
    .map(({ file, start: from, length, text }) => ({
      type: 'edit-text' as const,
      label: 'Edit',
      edits: [{ fileId: `f${String(file)}`, range: { start: from, end: from + length }, text }],
    })),
  fc.string().map((text) => ({
    type: 'add' as const,
    label: 'Drop',
    files: [{ id: 'f2', path: 'c.yaml', text }],
    guides: [],
    blobs: [],
    setAside: [],
    assignments: [],
  })),
  fc.nat(2).map((file) => ({
    type: 'remove-file' as const,
    label: 'Remove',
    fileId: `f${String(file)}`,
  })),
  fc.string().map((name) => ({ type: 'rename' as const, label: 'Rename', name })),
);

describe('the studio store', () => {
  it('comes back to every byte with undo, and forth again with redo', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        const studio = opened();
        const seen = [studio.store.getState().workspace];
        for (const one of commands) {
          studio.update(one);
          const { workspace } = studio.store.getState();
          if (workspace !== seen.at(-1)) seen.push(workspace);
        }
        for (const expected of seen.slice(0, -1).reverse()) {
          studio.undo();
          expect(studio.store.getState().workspace).toEqual(expected);
        }
        for (const expected of seen.slice(1)) {
          studio.redo();
          expect(studio.store.getState().workspace).toEqual(expected);
        }
        studio.travel(-seen.length);
        expect(studio.store.getState().workspace).toEqual(seen[0]);
        studio.travel(seen.length);
        expect(studio.store.getState().workspace).toEqual(seen.at(-1));
      }),
    );
  });

  it('names each step after its command', () => {
    const studio = opened();
    studio.update({ type: 'rename', label: 'Rename to B', name: 'B' });
    studio.update({ type: 'remove-file', label: 'Remove a.yaml', fileId: 'f0' });
    const labels = studio.store.getState().history.past.map((entry) => entry.label);
    expect(labels).toEqual(['Rename to B', 'Remove a.yaml']);
  });

  it('makes one step of edits that follow each other with one key', () => {
    const studio = opened();
    for (const letter of ['c', 'b', 'a']) studio.update(type(letter, 'burst 1'));
    expect(textsOf(studio)[1]).toBe('abc');
    studio.undo();
    expect(textsOf(studio)[1]).toBe('');
  });

  it('starts a new step for another key, for no key, and after an undo', () => {
    const studio = opened();
    studio.update(type('1', 'burst 1'));
    studio.update(type('2', 'burst 2'));
    studio.update(type('3'));
    studio.update(type('4'));
    expect(studio.store.getState().history.past).toHaveLength(4);
    studio.undo();
    studio.undo();
    studio.update(type('5', 'burst 2'));
    studio.undo();
    expect(textsOf(studio)[1]).toBe('21');
  });

  it('forgets the way forward when something else is done', () => {
    const studio = opened();
    studio.update(type('a'));
    studio.undo();
    studio.update(type('b'));
    studio.redo();
    expect(textsOf(studio)[1]).toBe('b');
  });

  it('jumps over several steps as one change', () => {
    const studio = opened();
    for (const letter of ['c', 'b', 'a']) studio.update(type(letter));
    studio.travel(-2);
    expect(textsOf(studio)[1]).toBe('c');
    studio.travel(1);
    expect(textsOf(studio)[1]).toBe('bc');
    expect(studio.store.getState().revision).toBe(5);
    expect(studio.store.getState().history.future).toHaveLength(1);
  });

  it('gives each workspace that is opened an id, and the old one back with undo', () => {
    const studio = createStudio({ workspaceId: 'blank' });
    studio.update({ type: 'replace-workspace', label: 'Open', workspace: start });
    const first = studio.store.getState().workspaceId;
    studio.update(type('a'));
    expect(studio.store.getState().workspaceId).toBe(first);
    const kept = { ...start, name: 'Kept' };
    const command = { type: 'replace-workspace', label: 'Open', workspace: kept } as const;
    studio.update({ ...command, workspaceId: 'kept-1' });
    expect(studio.store.getState().workspaceId).toBe('kept-1');
    studio.undo();
    expect(studio.store.getState().workspaceId).toBe(first);
    studio.travel(-5);
    expect(studio.store.getState().workspaceId).toBe('blank');
    studio.travel(5);
    expect(studio.store.getState().workspaceId).toBe('kept-1');
  });

  it('keeps a bounded number of steps', () => {
    const studio = opened();
    for (let step = 0; step < historyLimit + 20; step += 1) studio.update(type('x'));
    expect(studio.store.getState().history.past).toHaveLength(historyLimit);
  });

  it('counts a revision for every change, undo and redo included, and none for no change', () => {
    const studio = opened();
    studio.update(type('a'));
    studio.undo();
    studio.redo();
    studio.redo();
    studio.update({ type: 'rename', label: '', name: 'Setup' });
    expect(studio.store.getState().revision).toBe(3);
  });

  it('takes what is opened as the state that edits are counted from', () => {
    const studio = createStudio();
    studio.update({ type: 'replace-workspace', label: 'Open', workspace: start });
    expect(studio.store.getState().baseline).toBe(start);
    studio.update(type('a'));
    expect(studio.store.getState().baseline).toBe(start);
    studio.markSaved();
    expect(studio.store.getState().baseline).toBe(studio.store.getState().workspace);
  });

  it('knows what it was edited from when the step to another workspace is undone', () => {
    const studio = opened();
    studio.update({ type: 'replace-workspace', label: 'Close', workspace: emptyWorkspace });
    studio.undo();
    expect(studio.store.getState().baseline).toBe(start);
    studio.redo();
    expect(studio.store.getState().baseline).toBe(emptyWorkspace);
  });

  it('forgets the place in the workspace that was left', () => {
    const studio = opened();
    studio.select({ kind: 'object', objectKey: 'k' });
    studio.showConnection('c');
    studio.update({ type: 'replace-workspace', label: 'Open', workspace: emptyWorkspace });
    const { view } = studio.store.getState();
    expect([view.selection.kind, view.connectionId, view.sheet]).toEqual(['none', null, 'none']);
  });
});

describe('the view', () => {
  it('asks for the same place twice with a new nonce, and opens the dock for it', () => {
    const studio = opened();
    studio.setDock('collapsed');
    studio.reveal('f0', { start: 1, end: 2 });
    const first = studio.store.getState().view.reveal?.nonce;
    studio.reveal('f0', { start: 1, end: 2 });
    const { view } = studio.store.getState();
    expect(view.reveal?.nonce).not.toBe(first);
    expect([view.dockTab, view.dock, view.page]).toEqual(['yaml', 'open', 'dock']);
  });

  it('opens the inspector for what the user selects, not for what the app suggests', () => {
    const studio = opened();
    studio.suggest({ kind: 'object', objectKey: 'a' });
    expect(studio.store.getState().view.sheet).toBe('none');
    studio.select({ kind: 'object', objectKey: 'b' });
    expect(studio.store.getState().view.sheet).toBe('inspector');
  });

  it('keeps the selection object when the same thing is selected again', () => {
    const studio = opened();
    studio.select({ kind: 'step', connectionId: 'c', step: 8 });
    const before = studio.store.getState().view.selection;
    studio.select({ kind: 'step', connectionId: 'c', step: 8 });
    expect(studio.store.getState().view.selection).toBe(before);
  });
});
