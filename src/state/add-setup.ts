import type { SetupDraft } from '../core/authoring/index.ts';
import type { Workspace, WorkspaceFile } from '../core/model/index.ts';
import { studio } from './bindings.ts';
import { emptyWorkspace } from './empty-workspace.ts';
import { freeBlobs, namedBlobIds } from './free-blobs.ts';

/** Where a setup goes: beside what there is, or into a workspace of its own that takes its place. */
export type SetupPlace = 'this-workspace' | 'new-workspace';

/** A setup that is ready, and what it is called. */
export interface ReadySetup {
  readonly draft: SetupDraft;
  /** Of the history entry. */
  readonly label: string;
  /** Of a workspace that has none. */
  readonly name: string;
  readonly place: SetupPlace;
}

/** Puts a setup into the workspace as one history entry, and shows its picture and its handshake. */
export function addSetup({ draft, label, name, place }: ReadySetup): void {
  const { workspace } = studio.store.getState();
  const opens = place === 'new-workspace';
  const target = opens ? { ...emptyWorkspace, name } : workspace;
  const { setup } = draft;
  const files = placedFiles(target, setup.files, name);
  const options = { versions: { ...target.options.versions, ...setup.options.versions } };
  if (opens) {
    const { assignments } = setup;
    const blobs = [...droppedBlobs(workspace, draft), ...setup.blobs];
    const opened: Workspace = {
      ...target,
      files,
      blobs,
      assignments,
      options: { ...target.options, ...options },
    };
    studio.update({ type: 'replace-workspace', label, workspace: opened });
  } else {
    const nothing = { guides: [], setAside: [] };
    const { blobs, assignments } = freeBlobs(workspace, setup);
    studio.update({ type: 'add', label, name, files, blobs, assignments, options, ...nothing });
  }
  show(draft);
}

function show({ verdict }: SetupDraft): void {
  studio.setLens(null);
  studio.setGraphMode('graph');
  studio.select({ kind: 'none' });
  if (verdict.connectionId !== null) studio.showConnection(verdict.connectionId);
  studio.setDockTab('handshake');
  studio.setScreen('workspace');
}

/** Paths that the workspace has are made unique by a folder. */
function placedFiles(
  { files }: Workspace,
  made: SetupDraft['setup']['files'],
  name: string,
): readonly WorkspaceFile[] {
  const taken = new Set(files.flatMap(({ id, path }) => [id, path]));
  const isFree = (folder: string) => made.every(({ path }) => !taken.has(`${folder}${path}`));
  let folder = '';
  for (let n = 1; !isFree(folder); n += 1) folder = `${name}${n === 1 ? '' : `-${String(n)}`}/`;
  return made.map(({ path, text }) => ({ id: `${folder}${path}`, path: `${folder}${path}`, text }));
}

/** Files of the user's that assignments of the setup name: they stay when its workspace takes the place of theirs. */
function droppedBlobs({ blobs }: Workspace, { setup }: SetupDraft): Workspace['blobs'] {
  const own = new Set(setup.blobs.map(({ id }) => id));
  const named = new Set(setup.assignments.flatMap(namedBlobIds));
  return blobs.filter(({ id }) => named.has(id) && !own.has(id));
}
