import { WorkspacePanel } from '../../features/workspace/index.ts';
import { useCurrentConnection, useStudio } from '../../state/index.ts';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { Dock } from './Dock.tsx';
import { InspectorSheet } from './Sheets.tsx';

/** One page at a time: outline, or what the bottom bar chose. Evidence opens over it. */
export function NarrowPages() {
  const page = useStudio((state) => state.view.page);
  const sheet = useStudio((state) => state.view.sheet);
  const connection = useCurrentConnection();
  return (
    <div className="body one">
      <main className="main" id="graph">
        <h1 className="vh">
          {connection === null ? 'Backend TLS' : `Backend TLS of ${connection.label}`}
        </h1>
        {page === 'outline' ? (
          <section className="side page" aria-label="Outline" data-region="workspace">
            <ErrorBoundary name="outline">
              <WorkspacePanel />
            </ErrorBoundary>
          </section>
        ) : (
          <Dock bare />
        )}
      </main>
      {sheet === 'inspector' ? <InspectorSheet /> : null}
    </div>
  );
}
