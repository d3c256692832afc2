export { openFilePicker } from './intake/openFilePicker.ts';
export { reportIntake, useIntakeReport } from './intake/intakeReport.ts';
export { WorkspaceOverlays } from './WorkspaceOverlays.tsx';
export { WorkspacePanel } from './WorkspacePanel.tsx';
export { Welcome } from './welcome/Welcome.tsx';
