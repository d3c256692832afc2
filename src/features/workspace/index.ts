export { openFilePicker } from './intake/open-file-picker.ts';
export { reportIntake, useIntakeReport } from './intake/intake-report.ts';
export { WorkspaceOverlays } from './WorkspaceOverlays.tsx';
export { WorkspacePanel } from './WorkspacePanel.tsx';
export { Welcome } from './welcome/Welcome.tsx';
