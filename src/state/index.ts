export type * from './types.ts';
export type { AnalysisState } from './analysisStore.ts';
export type { Studio } from './studio.ts';
export type { ViewActions } from './viewActions.ts';
export { createAnalysisStore } from './analysisStore.ts';
export { createStudio } from './studio.ts';
export { applyCommand } from './applyCommand.ts';
export { emptyWorkspace, isEmptyWorkspace } from './emptyWorkspace.ts';
export { sameSelection, selectionKey } from './sameSelection.ts';
export {
  currentConnection,
  currentHandshake,
  currentImplementation,
  handshakeOf,
  handshakeVerdict,
} from './currentConnection.ts';
export { selectedObjectKey } from './selectedObjectKey.ts';
export { neighbourProblem, orderProblems } from './orderProblems.ts';
export { settleView } from './settleView.ts';
export {
  addFiles,
  openExample,
  prepareExport,
  rerunAnalysis,
  startAnalysis,
  stopAnalysis,
  unlock,
} from './analysisBindings.ts';
export { Stopped } from '../workers/index.ts';
export { startActivity, useActivities, type Activity } from './activity.ts';
export { applyFix, openFinding, revealField, revealObject } from './navigate.ts';
export {
  analysisStore,
  studio,
  useAnalysis,
  useCurrentConnection,
  useCurrentHandshake,
  useCurrentImplementation,
  useSelectedObjectKey,
  useStudio,
} from './bindings.ts';
