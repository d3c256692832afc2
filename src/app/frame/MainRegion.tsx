import { Suspense, useEffect, useRef } from 'react';
import { Group, Panel, usePanelRef } from 'react-resizable-panels';
import { studio, useCurrentConnection, useStudio } from '../../state/index.ts';
import { Splitter } from '../../ui/index.ts';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { features } from '../features.ts';
import { Dock } from './Dock.tsx';

const tabsOnly = 38;

/** The graph over the dock. */
export function MainRegion() {
  const dock = useStudio((state) => state.view.dock);
  const panel = usePanelRef();
  const mounted = useRef(false);
  const connection = useCurrentConnection();
  useEffect(() => {
    const handle = panel.current;
    // The sizes at the start are the panels' own.
    if (mounted.current || dock === 'collapsed') {
      if (dock === 'collapsed') handle?.collapse();
      else handle?.expand();
    }
    mounted.current = true;
  }, [dock, panel]);
  const Graph = features.graph;
  return (
    <main className="main" id="main">
      <h1 className="vh">
        {connection === null ? 'Backend TLS' : `Backend TLS of ${connection.label}`}
      </h1>
      <Group className="main-g" id="main-rows" orientation="vertical">
        <Panel id="graph-row" minSize={80}>
          <section
            className="canvas"
            id="graph"
            aria-label="Graph"
            data-region="graph"
            inert={dock === 'maximised'}
          >
            <ErrorBoundary name="graph">
              <Suspense fallback={null}>{Graph === null ? null : <Graph />}</Suspense>
            </ErrorBoundary>
          </section>
        </Panel>
        <Splitter label="Height of the lower panel" grip />
        <Panel
          id="dock-row"
          panelRef={panel}
          defaultSize="58%"
          minSize={140}
          collapsible
          collapsedSize={tabsOnly}
          onResize={() => {
            followPanel(panel.current?.isCollapsed() ?? false);
          }}
        >
          <Dock />
        </Panel>
      </Group>
    </main>
  );
}

/** Dragging the splitter collapses and opens the dock as its button does. */
function followPanel(collapsed: boolean): void {
  const { dock } = studio.store.getState().view;
  if (collapsed && dock === 'open') studio.setDock('collapsed');
  if (!collapsed && dock === 'collapsed') studio.setDock('open');
}
