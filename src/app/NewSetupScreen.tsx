import { lazy, Suspense } from 'react';
import { openFilePicker } from '../features/workspace/index.ts';

// Two features that do not know each other: the questions get the drawing from here.
const NewSetup = lazy(async () => ({
  default: (await import('../features/wizard/index.ts')).NewSetup,
}));
const Graph = lazy(async () => ({
  default: (await import('../features/graph/index.ts')).GraphPreview,
}));

function openFiles(): void {
  openFilePicker('files');
}

/** The page of a new setup, in the place of the workspace. */
export function NewSetupScreen() {
  return (
    <Suspense fallback={null}>
      <NewSetup Graph={Graph} onOpenFiles={openFiles} />
    </Suspense>
  );
}
