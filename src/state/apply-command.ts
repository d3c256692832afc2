import { applyObjectEdit } from '../core/edits/apply-object-edit.ts';
import type { Assignment, TextEdit, Workspace } from '../core/model/index.ts';
import { applyEdits, editsByFile } from '../core/source/index.ts';
import { isEmptyWorkspace } from './empty-workspace.ts';
import type { Command } from './types.ts';

/**
 * The one place where a workspace changes. Pure: the same workspace and command give the same result,
 * parts that a command does not touch keep their identity, and a command that changes nothing returns
 * `workspace` itself.
 */
export function applyCommand(workspace: Workspace, command: Command): Workspace {
  switch (command.type) {
    case 'add':
      return add(workspace, command);
    case 'replace-workspace':
      return command.workspace;
    case 'edit-text':
      return editText(workspace, command.edits);
    case 'edit-objects':
      return setOptions(applyObjectEdit(workspace, command), command.options ?? {});
    case 'assign':
      return assign(workspace, command.assignment);
    case 'unassign':
      return withList(workspace, 'assignments', (one) => one.target !== command.target);
    case 'unlock-blob':
      return unlockBlob(workspace, command.blobId, command.pem);
    case 'remove-file':
      return withList(workspace, 'files', (file) => file.id !== command.fileId);
    case 'remove-blob':
      return withList(workspace, 'blobs', (blob) => blob.id !== command.blobId);
    case 'dismiss-set-aside':
      return withList(workspace, 'setAside', (item) => item.id !== command.id);
    case 'set-options':
      return setOptions(workspace, command.options);
    case 'rename':
      return command.name === workspace.name ? workspace : { ...workspace, name: command.name };
    default:
      return command satisfies never;
  }
}

function add(workspace: Workspace, command: Extract<Command, { type: 'add' }>): Workspace {
  const incoming = new Set(command.assignments.map((one) => one.target));
  if (isNothing(command)) return workspace;
  const name = isEmptyWorkspace(workspace) ? command.name : undefined;
  return {
    ...workspace,
    name: name ?? workspace.name,
    files: withNew(workspace.files, command.files),
    guides: [...workspace.guides, ...command.guides],
    blobs: withNew(workspace.blobs, command.blobs),
    setAside: [...workspace.setAside, ...command.setAside],
    assignments: [
      ...workspace.assignments.filter((one) => !incoming.has(one.target)),
      ...command.assignments,
    ],
    options: { ...workspace.options, ...command.options },
  };
}

/** What is dropped again in place of what lacked its key has the same id, and takes the same place. */
function withNew<Item extends { readonly id: string }>(
  before: readonly Item[],
  incoming: readonly Item[],
): readonly Item[] {
  const known = new Set(before.map(({ id }) => id));
  const byId = new Map(incoming.map((item) => [item.id, item]));
  return [
    ...before.map((item) => byId.get(item.id) ?? item),
    ...incoming.filter(({ id }) => !known.has(id)),
  ];
}

function isNothing(command: Extract<Command, { type: 'add' }>): boolean {
  const { files, guides, blobs, setAside, assignments, options } = command;
  const lists = [files, guides, blobs, setAside, assignments];
  return lists.every((list) => list.length === 0) && options === undefined;
}

function editText(workspace: Workspace, edits: readonly TextEdit[]): Workspace {
  const groups = editsByFile(edits);
  const files = workspace.files.map((file) => {
    const text = applyEdits(file.text, groups.get(file.id) ?? []);
    return text === file.text ? file : { ...file, text };
  });
  const changed = files.some((file, index) => file !== workspace.files[index]);
  return changed ? { ...workspace, files } : workspace;
}

function assign(workspace: Workspace, assignment: Assignment): Workspace {
  const others = workspace.assignments.filter((one) => one.target !== assignment.target);
  return { ...workspace, assignments: [...others, assignment] };
}

function unlockBlob(workspace: Workspace, blobId: string, pem: string): Workspace {
  if (!workspace.blobs.some((blob) => blob.id === blobId)) return workspace;
  const blobs = workspace.blobs.map((blob) =>
    blob.id === blobId ? { ...blob, unlocked: pem } : blob,
  );
  return { ...workspace, blobs };
}

function setOptions(workspace: Workspace, options: Partial<Workspace['options']>): Workspace {
  const merged = { ...workspace.options, ...options };
  const same = JSON.stringify(merged) === JSON.stringify(workspace.options);
  return same ? workspace : { ...workspace, options: merged };
}

type ListKey = 'files' | 'blobs' | 'setAside' | 'assignments';

/** Keeps what `keep` accepts; the same workspace when that is everything. */
function withList<Key extends ListKey>(
  workspace: Workspace,
  key: Key,
  keep: (item: Workspace[Key][number]) => boolean,
): Workspace {
  const before: readonly Workspace[Key][number][] = workspace[key];
  const after = before.filter(keep);
  return after.length === before.length ? workspace : { ...workspace, [key]: after };
}
