import { lazy, Suspense } from 'react';
import { useStudio } from '../state/index.ts';
import { features } from './features.ts';

// None of them is on the first screen: each comes with its own chunk.
const Palette = lazy(async () => ({
  default: (await import('./palette/Palette.tsx')).Palette,
}));
const ShortcutsDialog = lazy(async () => ({
  default: (await import('./ShortcutsDialog.tsx')).ShortcutsDialog,
}));
const SettingsDialog = lazy(async () => ({
  default: (await import('./SettingsDialog.tsx')).SettingsDialog,
}));

/** The dialog that is open, if it is one of the app's; the workspace feature mounts its own. */
export function AppDialogs() {
  const dialog = useStudio((state) => state.view.dialog);
  const ExportDialog = features.export;
  const ChecksDialog = features.checks;
  const ObjectDialog = features.objects;
  const WorkspacesDialog = features.workspaces;
  const CertificateDialog = features.certificates;
  const WhatIfDialog = features.whatIf;
  const ConversionDialog = features.conversion;
  return (
    <Suspense fallback={null}>
      {dialog === 'palette' ? <Palette /> : null}
      {dialog === 'shortcuts' ? <ShortcutsDialog /> : null}
      {dialog === 'settings' ? <SettingsDialog /> : null}
      {dialog === 'workspaces' && WorkspacesDialog !== null ? <WorkspacesDialog /> : null}
      {dialog === 'checks' && ChecksDialog !== null ? <ChecksDialog /> : null}
      {dialog === 'object' && ObjectDialog !== null ? <ObjectDialog /> : null}
      {dialog === 'certificate' && CertificateDialog !== null ? <CertificateDialog /> : null}
      {dialog === 'what-if' && WhatIfDialog !== null ? <WhatIfDialog /> : null}
      {dialog === 'conversion' && ConversionDialog !== null ? <ConversionDialog /> : null}
      {dialog === 'export' && ExportDialog !== null ? <ExportDialog /> : null}
    </Suspense>
  );
}
