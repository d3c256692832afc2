import type { Workspace } from '../core/model/index.ts';
// The file, not the folder's index: that one carries the whole reader, which lives in the worker.
import { emptyWorkspace as workspaceNamed } from '../core/workspace/empty-workspace.ts';

/** The workspace before anything was opened. */
export const emptyWorkspace: Workspace = workspaceNamed('Untitled');

/** True when there is nothing in it that a user gave: the welcome screen stands in for the frame. */
export function isEmptyWorkspace(workspace: Workspace): boolean {
  return (
    workspace.files.length === 0 &&
    workspace.guides.length === 0 &&
    workspace.blobs.length === 0 &&
    workspace.setAside.length === 0
  );
}
