import type { Workspace } from '../model/index.ts';

/** A workspace before anything was dropped: namespace `default`, the caller's clock. */
export function emptyWorkspace(name: string): Workspace {
  return {
    name,
    files: [],
    guides: [],
    blobs: [],
    setAside: [],
    assignments: [],
    options: { at: null, defaultNamespace: 'default', implementationOverrides: {}, versions: {} },
  };
}
