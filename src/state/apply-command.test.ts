import { describe, expect, it } from 'vitest';
import type { Workspace, WorkspaceFile } from '../core/model/index.ts';
import { applyCommand } from './apply-command.ts';
import { emptyWorkspace } from './empty-workspace.ts';
import type { Command } from './types.ts';

const file = (id: string, text = 'a: 1\n'): WorkspaceFile => ({ id, path: `${id}.yaml`, text });
const nothing = { files: [], guides: [], blobs: [], setAside: [], assignments: [] };
const workspace: Workspace = {
  ...emptyWorkspace,
  name: 'Setup',
  files: [file('one'), file('two', 'kind: Pod\r\nname: x\r\n')],
  blobs: [{ id: 'blob', path: 'ca.p12', bytes: new Uint8Array([1]) }],
  setAside: [{ id: 'aside', path: 'x.png', reason: 'A picture.', code: 'X', params: {} }],
  assignments: [{ target: 'host:a:443', verifyClient: 'on' }],
};

describe('applyCommand', () => {
  it('adds files behind those that are there, because order is apply order', () => {
    const after = applyCommand(workspace, {
      type: 'add',
      label: 'Drop three.yaml',
      ...nothing,
      files: [file('three')],
    });
    expect(after.files.map((one) => one.id)).toEqual(['one', 'two', 'three']);
    expect(after.files[0]).toBe(workspace.files[0]);
  });

  it('names an empty workspace after what is added, never one that has a name', () => {
    const add: Command = {
      type: 'add',
      label: 'Drop',
      name: 'guide',
      ...nothing,
      files: [file('x')],
    };
    expect(applyCommand(emptyWorkspace, add).name).toBe('guide');
    expect(applyCommand(workspace, add).name).toBe('Setup');
  });

  it('lets an assignment that is added replace the one for the same target', () => {
    const assignments = [{ target: 'host:a:443', verifyClient: 'off' as const }];
    const after = applyCommand(workspace, { type: 'add', label: 'Drop', ...nothing, assignments });
    expect(after.assignments).toEqual(assignments);
  });

  it('splices text edits and leaves every other file as it is', () => {
    const after = applyCommand(workspace, {
      type: 'edit-text',
      label: 'Edit two.yaml',
      edits: [{ fileId: 'two', range: { start: 17, end: 18 }, text: 'y' }],
    });
    expect(after.files[1]?.text).toBe('kind: Pod\r\nname: y\r\n');
    expect(after.files[0]).toBe(workspace.files[0]);
    expect(after.blobs).toBe(workspace.blobs);
  });

  it.each<[string, Command]>([
    ['an addition of nothing', { type: 'add', label: '', ...nothing }],
    [
      'an edit to the same text',
      {
        type: 'edit-text',
        label: '',
        edits: [{ fileId: 'one', range: { start: 0, end: 1 }, text: 'a' }],
      },
    ],
    [
      'an edit of a file that is gone',
      {
        type: 'edit-text',
        label: '',
        edits: [{ fileId: 'gone', range: { start: 0, end: 0 }, text: 'x' }],
      },
    ],
    ['the removal of a file that is gone', { type: 'remove-file', label: '', fileId: 'gone' }],
    ['the removal of a blob that is gone', { type: 'remove-blob', label: '', blobId: 'gone' }],
    ['unlocking a blob that is gone', { type: 'unlock-blob', label: '', blobId: 'gone', pem: 'x' }],
    ['options that are set already', { type: 'set-options', label: '', options: { at: null } }],
    ['the same name', { type: 'rename', label: '', name: 'Setup' }],
  ])('returns the same workspace for %s', (_what, command) => {
    expect(applyCommand(workspace, command)).toBe(workspace);
  });

  it('removes, dismisses, unassigns and unlocks by id', () => {
    const run = (command: Command) => applyCommand(workspace, command);
    expect(run({ type: 'remove-file', label: '', fileId: 'one' }).files).toHaveLength(1);
    expect(run({ type: 'remove-blob', label: '', blobId: 'blob' }).blobs).toEqual([]);
    expect(run({ type: 'dismiss-set-aside', label: '', id: 'aside' }).setAside).toEqual([]);
    expect(run({ type: 'unassign', label: '', target: 'host:a:443' }).assignments).toEqual([]);
    expect(
      run({ type: 'unlock-blob', label: '', blobId: 'blob', pem: 'PEM' }).blobs[0]?.unlocked,
    ).toBe('PEM');
  });

  it('merges options', () => {
    const at = '2026-11-20T00:00:00Z';
    const after = applyCommand(workspace, { type: 'set-options', label: '', options: { at } });
    expect(after.options).toEqual({ ...workspace.options, at });
  });
});
