import { studio, useStudio } from '../../../state/index.ts';
import { Dialog } from '../../../ui/index.ts';
import { ExampleGrid } from './ExampleGrid.tsx';

/** The gallery over an open workspace. Opening an example replaces it; undo brings it back. */
export function ExamplesDialog() {
  const open = useStudio((state) => state.view.dialog === 'examples');
  if (!open) return null;
  return (
    <Dialog
      open
      onClose={studio.closeDialog}
      title="Open an example"
      description="It takes the place of what is open. Undo brings that back."
      width={880}
    >
      <ExampleGrid />
    </Dialog>
  );
}
