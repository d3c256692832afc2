import { Suspense } from 'react';
import { X } from 'lucide-react';
import { WorkspacePanel } from '../../features/workspace/index.ts';
import { studio, useStudio } from '../../state/index.ts';
import { IconButton } from '../../ui/index.ts';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { features } from '../features.ts';

const close = () => {
  studio.setSheet('none');
};

/** Where there is no room for three columns, tree and inspector lie over the edges, one at a time. */
export function Sheets({ withInspector }: { withInspector: boolean }) {
  const sheet = useStudio((state) => state.view.sheet);
  return (
    <>
      {sheet === 'workspace' ? (
        <aside className="side sheet left" aria-label="Workspace" data-region="workspace">
          <SheetClose label="Close the workspace" />
          <ErrorBoundary name="workspace">
            <WorkspacePanel />
          </ErrorBoundary>
        </aside>
      ) : null}
      {sheet === 'inspector' && withInspector ? <InspectorSheet /> : null}
    </>
  );
}

/** The inspector over the right edge; on a phone over the whole page. */
export function InspectorSheet() {
  const Inspector = features.inspector;
  if (Inspector === null) return null;
  return (
    <aside className="insp sheet right" aria-label="Inspector" data-region="inspector">
      <SheetClose label="Close the inspector" />
      <ErrorBoundary name="inspector">
        <Suspense fallback={null}>
          <Inspector />
        </Suspense>
      </ErrorBoundary>
    </aside>
  );
}

function SheetClose({ label }: { label: string }) {
  return (
    <div className="sheet-h">
      <IconButton icon={X} label={label} onClick={close} />
    </div>
  );
}
