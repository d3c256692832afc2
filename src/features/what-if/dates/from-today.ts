import type { Workspace } from '../../../core/model/index.ts';

/** The workspace as of the clock, whatever date it is looked at. */
export function fromToday(workspace: Workspace): Workspace {
  return { ...workspace, options: { ...workspace.options, at: null } };
}

/** Whether two workspaces differ in nothing that is judged but the date. */
export function differInDateAlone(a: Workspace, b: Workspace): boolean {
  return (
    a.files === b.files &&
    a.guides === b.guides &&
    a.blobs === b.blobs &&
    a.assignments === b.assignments &&
    JSON.stringify(fromToday(a).options) === JSON.stringify(fromToday(b).options)
  );
}
