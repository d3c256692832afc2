import type { NotTaken, Taker } from '../core/analysis/index.ts';
import type { Workspace } from '../core/model/index.ts';
import type { DroppedFile, DropSummary, WorkspaceAddition } from '../core/workspace/index.ts';
import { addition, askPlacingOnto, readFiles } from './analysis-bindings.ts';
import { applyCommand } from './apply-command.ts';
import { studio } from './bindings.ts';
import type { Command } from './types.ts';

/** Why a dropped file does not stand in the object that it was dropped on. */
export type NotPlaced = NotTaken | 'changed-meanwhile';

/** What became of files that were dropped on an object. */
export interface DroppedOnto {
  readonly summary: readonly DropSummary[];
  /** Files of the shelf that were not placed, by path. */
  readonly left: readonly { readonly path: string; readonly why: NotPlaced }[];
}

/**
 * Reads files that were dropped on an object and puts them into it: one history entry for both. Manifests among them join
 * the workspace; what the object does not take waits on the shelf.
 */
export async function addFilesOnto(
  files: readonly DroppedFile[],
  taker: Taker,
): Promise<DroppedOnto> {
  const what = files.length === 1 ? (files[0]?.path ?? '') : `${String(files.length)} files`;
  const { workspace } = studio.store.getState();
  const read = await readFiles(files);
  const dropped = addition(files, read, `Drop ${what}`);
  const next = applyCommand(workspace, dropped);
  const blobIds = droppedBlobs(read, next);
  const { placed, left, ...written } = await askPlacingOnto(next, blobIds, taker.objectKey);
  const pathOf = (id: string) => next.blobs.find((blob) => blob.id === id)?.path ?? id;
  if (studio.store.getState().workspace !== workspace) {
    studio.update(dropped);
    const why = 'changed-meanwhile';
    return { summary: read.summary, left: blobIds.map((id) => ({ path: pathOf(id), why })) };
  }
  const label = placed.length === 0 ? dropped.label : `Place ${what} in ${taker.target}`;
  studio.update({ ...withWritten(dropped, written), label });
  if (placed.length > 0) studio.suggest({ kind: 'object', objectKey: taker.objectKey });
  const stays = left.map(({ blobId, why }) => ({ path: pathOf(blobId), why }));
  return { summary: read.summary, left: stays };
}

/** Files of the shelf that the drop holds: also those that lay there before. */
function droppedBlobs(
  { blobs, summary }: WorkspaceAddition,
  workspace: Workspace,
): readonly string[] {
  const here = summary.flatMap(({ became, path }) => (became === 'already-here' ? [path] : []));
  const known = workspace.blobs.filter(({ path }) => here.includes(path));
  return [...new Set([...blobs, ...known].map(({ id }) => id))];
}

/** An addition replaces what has the same id: texts with what was written into them. */
function withWritten(
  dropped: Extract<Command, { type: 'add' }>,
  { files, assignments }: Pick<Extract<Command, { type: 'add' }>, 'files' | 'assignments'>,
): Extract<Command, { type: 'add' }> {
  const isWritten = new Set(files.map(({ id }) => id));
  const isSaid = new Set(assignments.map(({ target }) => target));
  return {
    ...dropped,
    files: [...dropped.files.filter(({ id }) => !isWritten.has(id)), ...files],
    assignments: [
      ...dropped.assignments.filter(({ target }) => !isSaid.has(target)),
      ...assignments,
    ],
  };
}
