export type * from './types.ts';
export type { AnalysisState } from './analysis-store.ts';
export type { Studio } from './studio.ts';
export type { ViewActions } from './view-actions.ts';
export { createAnalysisStore } from './analysis-store.ts';
export { createStudio } from './studio.ts';
export { applyCommand } from './apply-command.ts';
export { emptyWorkspace, isEmptyWorkspace } from './empty-workspace.ts';
export { sameSelection, selectionKey } from './same-selection.ts';
export {
  currentConnection,
  currentHandshake,
  currentImplementation,
  handshakeOf,
  handshakeVerdict,
} from './current-connection.ts';
export { shownImplementations, statusMark } from './shown-status.ts';
export { selectedObjectKey } from './selected-object-key.ts';
export { neighbourProblem, orderProblems } from './order-problems.ts';
export { settleView } from './settle-view.ts';
export {
  addFiles,
  currentTime,
  loadHeldPairs,
  askDataPlane,
  draftSetup,
  openExample,
  prepareExport,
  rerunAnalysis,
  startAnalysis,
  stopAnalysis,
  unlock,
} from './analysis-bindings.ts';
export {
  dropOn,
  setDrag,
  takerOf,
  useDrag,
  useDropPlace,
  useReceives,
  useTaker,
} from './dragging.ts';
export { addFilesOnto, type DroppedOnto, type NotPlaced } from './drop-onto.ts';
export { placeFile, useNotPlaced } from './placing.ts';
export { issueKeys, makePkcs12 } from './key-work.ts';
export { reissueInPlace, type Reissued } from './reissue.ts';
export { addSetup, type SetupPlace } from './add-setup.ts';
export { applyConversion, askConversion, exportConversion } from './conversion.ts';
export { applyEdit, askEdit, askForm } from './object-edits.ts';
export { Stopped, type Pending, type Progress } from '../workers/index.ts';
export { askOutlook } from './outlook.ts';
export { askLanguage } from './ask-language.ts';
export { askWhatIf } from './what-if.ts';
export { startActivity, useActivities, type Activity } from './activity.ts';
export { applyFix, applyFixes, openFinding, revealField, revealObject } from './navigate.ts';
export {
  analysisStore,
  studio,
  useAnalysis,
  useCurrentConnection,
  useCurrentHandshake,
  useCurrentImplementation,
  useSelectedObjectKey,
  useShownWorkspace,
  useStudio,
} from './bindings.ts';
export { forgetDevice, keeper, startKeeping, useKeeper } from './persistence-bindings.ts';
export type { KeepNotice, KeepState, KeptHeader } from './persistence/types.ts';
