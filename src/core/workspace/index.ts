export type { DroppedFile } from './dropped-file.ts';
export { emptyWorkspace } from './empty-workspace.ts';
export { workspaceWording, type WorkspaceFindingCode } from './findings.ts';
export { carveGuide } from './guide/carve-guide.ts';
export type { CarvedFile, CarvedGuide, CarvedHeredoc } from './guide/types.ts';
export { countingIds, type IdSource } from './ids.ts';

export { readDrop } from './read-drop.ts';
export { restoreHeredoc } from './restore-heredoc.ts';
export { workspaceFindings } from './workspace-findings.ts';
export type { DropSummary, WorkspaceAddition } from './types.ts';
