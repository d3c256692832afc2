import { PanelLeft } from 'lucide-react';
import { studio, useStudio } from '../../state/index.ts';
import { IconButton } from '../../ui/index.ts';

/** Opens and closes the workspace where it is a sheet. */
export function SheetButton() {
  const open = useStudio((state) => state.view.sheet === 'workspace');
  return (
    <IconButton
      icon={PanelLeft}
      label="Workspace"
      aria-expanded={open}
      onClick={() => {
        studio.setSheet(open ? 'none' : 'workspace');
      }}
    />
  );
}
