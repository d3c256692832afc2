import { DropOverlay } from './DropOverlay.tsx';
import { usePasteAnywhere } from './intake/use-paste-anywhere.ts';
import { PasteDialog } from './PasteDialog.tsx';
import { ExamplesDialog } from './welcome/ExamplesDialog.tsx';

/** What the workspace shows over the page, on any screen: drop card, paste dialog, gallery. */
export function WorkspaceOverlays() {
  usePasteAnywhere();
  return (
    <>
      <DropOverlay />
      <PasteDialog />
      <ExamplesDialog />
    </>
  );
}
