import type { Workspace } from '../core/model/index.ts';

/** The workspace before anything was opened. */
export const emptyWorkspace: Workspace = {
  name: 'Untitled',
  files: [],
  guides: [],
  blobs: [],
  setAside: [],
  assignments: [],
  options: { at: null, defaultNamespace: 'default', implementationOverrides: {}, versions: {} },
};

/** True when there is nothing in it that a user gave: the welcome screen stands in for the frame. */
export function isEmptyWorkspace(workspace: Workspace): boolean {
  return (
    workspace.files.length === 0 &&
    workspace.guides.length === 0 &&
    workspace.blobs.length === 0 &&
    workspace.setAside.length === 0
  );
}
